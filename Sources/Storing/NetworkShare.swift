import Foundation

/// Tells files on a network share from those on a disk.
///
/// SQLite's write-ahead log needs memory that all programs share, which a network share can't give:
/// two writers there damage the file. https://www.sqlite.org/wal.html#overview
enum NetworkShare {
  /// The kinds of file system that are shares, by the magic numbers of `statfs(2)`.
  private static let names: [UInt32: String] = [
    0x6969: "NFS", 0x517B: "SMB", 0xFF53_4D42: "CIFS", 0xFE53_4D42: "SMB2", 0x5346_414F: "AFS",
    0x6B41_4653: "AFS", 0x564C: "NCP", 0x0102_1997: "9P", 0x00C3_6400: "Ceph",
    0x7375_7245: "Coda", 0x0BD0_0BD0: "Lustre", 0x4750_4653: "GPFS", 0x6573_5546: "FUSE",
  ]

  /// The name of the network share that a file lies on, or is to lie on; nil on a disk.
  ///
  /// - Parameters:
  ///   - path: the file; where it does not exist its folder is asked.
  ///   - magic: the file system's magic number at a path; nil where nothing is there.
  static func name(of path: String, magic: (String) -> UInt32? = systemMagic) -> String? {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    guard let found = magic(path) ?? magic(folder) else { return nil }
    return names[found]
  }

  private static func systemMagic(_ path: String) -> UInt32? {
    var status = statfs()
    guard statfs(path, &status) == 0 else { return nil }
    return UInt32(truncatingIfNeeded: status.f_type)
  }
}
