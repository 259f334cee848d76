import DocumentModel
import Testing

@testable import Storing

@Suite("A dataset on a network share")
struct NetworkShareTests {
  /// Lines of /proc/self/mountinfo.
  private static let mounts = """
    22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
    40 22 0:41 / /mnt/share rw,relatime shared:20 - nfs4 server:/export rw,vers=4.2
    41 22 0:42 / /mnt/khác\\040cơ rw,relatime - cifs //server/share rw
    42 22 0:43 / /mnt/share/local rw,relatime - ext4 /dev/vdb rw
    43 22 0:44 / /home/a/remote rw,nosuid - fuse.sshfs a@b: rw
    44 22 0:45 / /mnt/usb rw,nosuid - fuseblk /dev/sdb1 rw
    """

  @Test(
    "is found by the mount it lies on",
    arguments: [
      ("/mnt/share/d.sqlite", "nfs4"), ("/mnt/share/q1/d.sqlite", "nfs4"),
      ("/mnt/khác cơ/d.sqlite", "cifs"), ("/home/a/remote/d.sqlite", "fuse.sshfs"),
      ("/mnt/share/local/d.sqlite", nil), ("/mnt/shared/d.sqlite", nil), ("/srv/d.sqlite", nil),
      ("/mnt/usb/d.sqlite", nil),
    ])
  func found(path: String, type: String?) {
    #expect(NetworkShare(of: path, mounts: NetworkShareTests.mounts)?.type == type)
  }

  @Test("the word for it names file, kind and remedy")
  func message() {
    let message = DatasetError.onNetworkShare(path: "/mnt/d.sqlite", kind: "nfs4").message
    #expect(message.vi.contains("/mnt/d.sqlite") && message.vi.contains("nfs4"))
    #expect(message.en.contains("on a disk of this machine"))
  }

  @Test("where the system tells nothing, nothing is a share")
  func unknown() {
    #expect(NetworkShare(of: "/mnt/share/d.sqlite", mounts: nil) == nil)
  }
}
