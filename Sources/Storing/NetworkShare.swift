import Foundation

/// Tells files on a network share from those on a disk.
///
/// SQLite's write-ahead log needs memory that all programs share, which a network share can't give:
/// two writers there damage the file. https://www.sqlite.org/wal.html#overview
struct NetworkShare: Sendable, Hashable {
  /// The file system's type as the kernel names it: `nfs4`, `cifs`.
  let type: String

  /// The kernel's names of shares, and of the user-space file systems that are shares.
  private static let types: Set<String> = [
    "nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "ncpfs", "afs", "9p", "ceph", "coda",
    "lustre", "gpfs", "glusterfs", "orangefs", "ocfs2", "davfs", "virtiofs", "vboxsf", "prl_fs",
  ]

  /// Finds the share that a file lies on, or is to lie on; nil on a disk.
  ///
  /// - Parameters:
  ///   - path: the file, which need not exist.
  ///   - mounts: a table in the format of `/proc/self/mountinfo`; where there is none nothing is a
  ///     share.
  init?(of path: String, mounts: String? = systemMounts) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    let name = URL(fileURLWithPath: path).lastPathComponent
    let file = folder.resolvingSymlinksInPath().appendingPathComponent(name)
      .resolvingSymlinksInPath().path
    var best = (length: -1, type: "")
    for line in (mounts ?? "").split(separator: "\n") {
      guard let mount = NetworkShare.mount(line), NetworkShare.contains(mount.point, file),
        // Of mounts on one place the last one is on top.
        mount.point.utf8.count >= best.length
      else { continue }
      best = (mount.point.utf8.count, mount.type)
    }
    // "fuse.sshfs" is a share, "fuseblk" a disk of another system.
    let type = best.type.hasPrefix("fuse.") ? String(best.type.dropFirst(5)) : best.type
    let isRemote = ["sshfs", "rclone", "gvfsd-fuse", "s3fs"].contains(type)
    guard NetworkShare.types.contains(type) || isRemote else { return nil }
    self.type = best.type
  }

  /// `36 35 98:0 /root /point rw - nfs4 server:/x rw`: the point is the fifth field, the type the first
  /// behind the dash.
  private static func mount(_ line: Substring) -> (point: String, type: String)? {
    let fields = line.split(separator: " ")
    guard fields.count > 6, let dash = fields.dropFirst(6).firstIndex(of: "-"),
      dash + 1 < fields.count
    else { return nil }
    // Spaces in a path are written \040.
    let point = String(fields[4]).replacingOccurrences(of: "\\040", with: " ")
    return (point, String(fields[dash + 1]))
  }

  private static func contains(_ point: String, _ file: String) -> Bool {
    point == "/" || file == point || file.hasPrefix(point + "/")
  }

  private static var systemMounts: String? {
    try? String(contentsOfFile: "/proc/self/mountinfo", encoding: .utf8)
  }
}
