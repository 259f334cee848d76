import DocumentModel
import Foundation
import GRDB

/// A dataset in one SQLite file.
package struct Dataset: Sendable {
  package let path: String
  private let pool: DatabasePool

  /// Opens a dataset and brings its layout up to date.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - creates: whether a file that does not exist is made.
  ///   - wait: seconds to wait for another writer.
  /// - Throws: `DatasetError`.
  package init(path: String, creates: Bool, wait: Double) throws {
    guard creates || FileManager.default.fileExists(atPath: path) else {
      throw DatasetError.missing(path: path)
    }
    if let share = NetworkShare(of: path) {
      throw DatasetError.onNetworkShare(path: path, kind: share.type)
    }
    self.path = path
    do {
      pool = try DatabasePool(path: path, configuration: Dataset.configuration(path, wait: wait))
      try Dataset.prepare(pool, path: path)
    } catch {
      throw DatasetError(error, path: path)
    }
  }

  private static func configuration(_ path: String, wait: Double) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(wait)
    let files = FileManager.default
    configuration.readonly = files.fileExists(atPath: path) && !files.isWritableFile(atPath: path)
    return configuration
  }

  /// Checks whose file it is, then migrates it where needed.
  private static func prepare(_ pool: DatabasePool, path: String) throws {
    let migrator = Schema.migrator
    let isCurrent = try pool.read { db in
      let owner = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
      let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
      guard owner == Schema.applicationID || (owner == 0 && tables == 0) else {
        throw DatasetError.foreign(path: path)
      }
      if try migrator.hasBeenSuperseded(db) { throw DatasetError.newer(path: path) }
      return try migrator.hasCompletedMigrations(db)
    }
    if !isCurrent { try migrator.migrate(pool) }
  }

  /// Runs one transaction: all of it is kept, or nothing.
  func write<Value>(_ body: (Database) throws -> Value) throws(DatasetError) -> Value {
    do {
      return try pool.write(body)
    } catch {
      throw DatasetError(error, path: path)
    }
  }

  /// Reads one consistent state, whatever others write meanwhile.
  ///
  /// Errors of `body` that are not the database's own pass through unchanged.
  package func read<Value>(_ body: (DatasetSnapshot) throws -> Value) throws -> Value {
    do {
      return try pool.read { db in try body(DatasetSnapshot(db: db)) }
    } catch let error as DatabaseError {
      throw DatasetError(error, path: path)
    }
  }
}
