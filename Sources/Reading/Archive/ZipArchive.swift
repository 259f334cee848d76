import CLibZip
import Glibc

/// A ZIP archive in memory, by libzip.
///
/// Nothing of it is ever written to a disk.
final class ZipArchive {
  private let handle: OpaquePointer
  private let maximumExpanded: Int
  /// The paths of all entries.
  let names: [String]

  /// Opens an archive and looks over its entries.
  ///
  /// - Throws: `ReadingProblem` where it is damaged, where an entry has a path that leads out of
  ///   the archive, or is locked.
  init(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingProblem) {
    maximumExpanded = limits.maximumExpanded
    // libzip frees the copy when it closes.
    guard let copy = malloc(max(1, bytes.count)) else { throw .damagedArchive }
    bytes.withUnsafeBytes {
      copy.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: bytes.count)
    }
    var error = zip_error_t()
    guard let source = zip_source_buffer_create(copy, zip_uint64_t(bytes.count), 1, &error) else {
      free(copy)
      throw .damagedArchive
    }
    guard let handle = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      zip_source_free(source)
      throw .damagedArchive
    }
    self.handle = handle
    do throws(ReadingProblem) {
      names = try ZipArchive.names(in: handle)
    } catch {
      zip_discard(handle)
      throw error
    }
  }

  deinit { zip_discard(handle) }

  private static func names(in handle: OpaquePointer) throws(ReadingProblem) -> [String] {
    let count = zip_get_num_entries(handle, 0)
    guard count <= 10_000 else { throw .tooManyEntries(count: Int(count), limit: 10_000) }
    var names: [String] = []
    for index in 0..<zip_uint64_t(max(0, count)) {
      var stat = zip_stat_t()
      guard zip_stat_index(handle, index, 0, &stat) == 0, let pointer = stat.name else {
        throw .damagedArchive
      }
      let name = String(cString: pointer)
      let parts = name.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }
      let hasDrive = parts.first.map { $0.count == 2 && $0.hasSuffix(":") } ?? false
      if parts.contains("..") || parts.count > 1 && parts[0].isEmpty || hasDrive {
        throw .pathOutside(entry: name)
      }
      if stat.valid & UInt64(ZIP_STAT_ENCRYPTION_METHOD) != 0, stat.encryption_method != 0 {
        throw .locked
      }
      names.append(name)
    }
    return names
  }

  func has(_ name: String) -> Bool { names.contains(name) }

  /// Opens an entry for reading; nil where there is none.
  func entry(_ name: String) throws(ReadingProblem) -> ZipEntry? {
    guard has(name) else { return nil }
    guard let file = zip_fopen(handle, name, 0) else { throw .damagedArchive }
    return ZipEntry(file, of: self, limit: maximumExpanded)
  }

  /// All bytes of a small entry; nil where there is none.
  func bytes(_ name: String, limit: Int) throws(ReadingProblem) -> [UInt8]? {
    guard let entry = try entry(name) else { return nil }
    var result = [UInt8](repeating: 0, count: limit)
    var count = 0
    while count < limit {
      let read = result.withUnsafeMutableBytes {
        entry.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[count...]))
      }
      if read < 0 { throw entry.problem ?? .damagedArchive }
      if read == 0 { break }
      count += read
    }
    return Array(result[..<count])
  }
}

/// One entry of an archive, expanded piece by piece and no further than a limit.
final class ZipEntry: ByteSource {
  private let file: OpaquePointer
  /// Keeps the archive open.
  private let archive: ZipArchive
  private let limit: Int
  private var count = 0
  private(set) var problem: ReadingProblem?

  init(_ file: OpaquePointer, of archive: ZipArchive, limit: Int) {
    self.file = file
    self.archive = archive
    self.limit = limit
  }

  deinit { zip_fclose(file) }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    guard let start = buffer.baseAddress, !buffer.isEmpty else { return 0 }
    let read = Int(zip_fread(file, start, zip_uint64_t(buffer.count)))
    if read < 0 {
      problem = .damagedArchive
      return -1
    }
    count += read
    if count > limit {
      problem = .expandsTooFar(limit: limit)
      return -1
    }
    return read
  }
}
