// swift-tools-version: 6.2
import PackageDescription

// Read from top to bottom, this file is the diagram of the house: a report walks through the rooms
// in this order, and a room may know only what is above it.

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

func room(
  _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let package = Package(
  name: "tonghop",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "tonghop", targets: ["tonghop"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    .systemLibrary(
      name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),

    room("DocumentModel"),
    room("Catalogue", ["DocumentModel"], exclude: ["Tables"]),
    room(
      "Reading", ["DocumentModel", "CSodium", "CLibXML2", "CLibZip"],
      exclude: ["UnitReport/unit-report.rng"]),
    room("Normalising", ["DocumentModel", "Catalogue"]),
    room("Extracting", ["DocumentModel", "Catalogue"]),
    room("Validating", ["DocumentModel", "Catalogue"]),
    room("Consolidating", ["DocumentModel", "Catalogue"]),
    room("Storing", ["DocumentModel", .product(name: "GRDB", package: "GRDB.swift")]),
    room("Exporting", ["DocumentModel", "Catalogue", "CXlsxWriter"]),
    room(
      "Pipeline",
      [
        "DocumentModel", "Catalogue", "Reading", "Normalising", "Extracting", "Validating",
        "Consolidating", "Storing", "Exporting",
      ]),
    .executableTarget(
      name: "tonghop",
      dependencies: [
        "Pipeline", "DocumentModel",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .target(
      name: "TestSupport", dependencies: ["DocumentModel"], path: "Tests/TestSupport",
      swiftSettings: strict),
    tests("ConsolidatingTests", ["Consolidating", "Catalogue", "DocumentModel", "TestSupport"]),
    tests("ExportingTests", ["Exporting", "DocumentModel", "Catalogue", "TestSupport"]),
    tests(
      "StoringTests",
      ["Storing", "DocumentModel", "TestSupport", .product(name: "GRDB", package: "GRDB.swift")],
      exclude: ["Kept"]),
    tests("PipelineTests", ["Pipeline", "DocumentModel", "TestSupport"]),
    tests("EndToEndTests", ["tonghop", "TestSupport"]),
    tests("ReadingTests", ["Reading", "DocumentModel"]),
    tests(
      "NormalisingTests",
      ["Normalising", "Reading", "DocumentModel", "Catalogue", "TestSupport"]),
    tests("CatalogueTests", ["Catalogue", "DocumentModel"]),
    tests("ExtractingTests", ["Extracting", "Normalising", "Catalogue", "DocumentModel"]),
    tests("ValidatingTests", ["Validating", "Catalogue", "DocumentModel", "TestSupport"]),
  ]
)
