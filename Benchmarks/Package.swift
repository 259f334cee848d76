// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nothing of the program depends on what measures it.
let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "generate-reports", targets: ["generate-reports"])],
  targets: [
    .executableTarget(
      name: "generate-reports",
      swiftSettings: [.treatAllWarnings(as: .error)])
  ]
)
