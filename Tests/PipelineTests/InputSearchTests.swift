import DocumentModel
import Foundation
import TestSupport
import Testing

@testable import Pipeline

@Suite("What the paths of a command line lead to")
struct InputSearchTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func names(_ search: InputSearch) -> [String] {
    search.inputs.map { $0.label.replacingOccurrences(of: folder.path + "/", with: "") }
  }

  private func isUsable(_ input: Input) -> Bool {
    if case .unusable = input.origin { return false }
    return true
  }

  @Test("folders are read whole, in the order of their bytes")
  func folders() throws {
    for name in ["b.txt", "a/z.txt", "a/b/c.txt", "B.txt", "ă.txt"] {
      try folder.write("x", to: name)
    }
    let search = InputSearch(paths: [folder.path])
    #expect(names(search) == ["B.txt", "a/b/c.txt", "a/z.txt", "b.txt", "ă.txt"])
  }

  @Test("debris of office programs is passed over and counted")
  func debris() throws {
    for name in ["~$bao-cao.docx", "Thumbs.db", ".DS_Store", "x.tmp", "X.TMP", ".~lock.a#"] {
      try folder.write("x", to: name)
    }
    let search = InputSearch(paths: [folder.path])
    #expect(search.inputs == [])
    #expect(search.debris == 6)
  }

  @Test("data beside the reports is passed over and named")
  func noReports() throws {
    for name in ["a.gold.json", "d.sqlite", "d.sqlite-wal", "t.csv", "README.md"] {
      try folder.write("x", to: name)
    }
    let search = InputSearch(paths: [folder.path])
    #expect(search.inputs == [])
    #expect(search.noReports.count == 5)
  }

  @Test(
    "what may hold a report is opened, whatever its name",
    arguments: ["a.txt", "a", "a.docx", "a.pdf", "A.TXT", "Báo cáo số 14. Quý I", "BC 31.3.2026"])
  func reports(name: String) throws {
    try folder.write("x", to: name)
    #expect(InputSearch(paths: [folder.path]).inputs.map(isUsable) == [true])
  }

  @Test("an ending that no report has is an unknown format")
  func unknown() throws {
    try folder.write("x", to: "a.xyz")
    #expect(InputSearch(paths: [folder.path]).inputs.map(isUsable) == [false])
  }

  @Test("a missing path is an input that cannot be used")
  func missing() {
    #expect(InputSearch(paths: [folder.file("no.txt")]).inputs.map(isUsable) == [false])
  }

  @Test("a link back to a folder above is not followed for ever")
  func loop() throws {
    try folder.write("x", to: "sub/a.txt")
    try FileManager.default.createSymbolicLink(
      atPath: folder.file("sub/up"), withDestinationPath: folder.path)
    #expect(names(InputSearch(paths: [folder.path])) == ["sub/a.txt"])
  }

  @Test("a pipe in a folder is not waited for")
  func pipe() throws {
    #expect(mkfifo(folder.file("pipe"), 0o600) == 0)
    #expect(InputSearch(paths: [folder.path]).inputs.map(isUsable) == [false])
  }

  @Test("- is standard input")
  func standardInput() {
    #expect(InputSearch(paths: ["-"]).inputs == [Input(label: "-", origin: .standardInput)])
  }
}

@Suite("Paths in a dataset")
struct RelativePathTests {
  @Test(
    "are relative to its root",
    arguments: [
      ("/data", "/data/a.txt", "a.txt"), ("/data", "/data/./x/../a.txt", "a.txt"),
      ("/data/q1", "/data/reports/a.txt", "../reports/a.txt"), ("/", "/a.txt", "a.txt"),
      ("/data", "/data", "."), ("/data/", "/database/a.txt", "../database/a.txt"),
    ])
  func relative(root: String, path: String, expected: String) {
    #expect(RelativePath(root: root)(path) == expected)
  }
}
