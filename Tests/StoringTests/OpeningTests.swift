import Foundation
import GRDB
import TestSupport
import Testing

@testable import Storing

@Suite("Opening a dataset")
struct OpeningTests {
  private let folder: TemporaryFolder
  private var path: String { folder.file("d.sqlite") }

  init() throws { folder = try TemporaryFolder() }

  @Test("one that is not there is not made by looking at it")
  func missing() {
    #expect(throws: DatasetError.missing(path: path)) {
      try Dataset(path: path, creates: false, wait: 0)
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test("a text file is no dataset")
  func text() throws {
    try folder.write(String(repeating: "Báo cáo\n", count: 100), to: "d.sqlite")
    #expect(throws: DatasetError.foreign(path: path)) {
      try Dataset(path: path, creates: true, wait: 0)
    }
  }

  @Test("the database of another program is left alone")
  func foreign() throws {
    try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE t (x)") }
    #expect(throws: DatasetError.foreign(path: path)) {
      try Dataset(path: path, creates: true, wait: 0)
    }
  }

  @Test("one that a newer program has changed is refused")
  func newer() throws {
    let dataset = try Dataset(path: path, creates: true, wait: 0)
    try dataset.write { db in
      try db.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('2099-01 later')")
    }
    #expect(throws: DatasetError.newer(path: path)) {
      try Dataset(path: path, creates: true, wait: 0)
    }
  }

  @Test("a folder that is not there is named as the reason")
  func noFolder() {
    #expect(throws: DatasetError.self) {
      try Dataset(path: folder.file("none/d.sqlite"), creates: true, wait: 0)
    }
  }

  @Test("all tables are strict")
  func strict() throws {
    let dataset = try Dataset(path: path, creates: true, wait: 0)
    let loose = try dataset.write { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT name FROM pragma_table_list
          WHERE schema = 'main' AND NOT strict AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'grdb%'
          """)
    }
    #expect(loose == [])
  }
}
