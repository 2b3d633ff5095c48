internal import CSQLite

/// Detects file systems shared by several machines, on which SQLite's locks and write-ahead journal
/// do not work (sqlite.org, "Write-Ahead Logging").
public enum NetworkDrive {
  /// The name of the network file system of a file or folder; nil for a local one, or if it cannot
  /// be determined.
  ///
  /// Also nil for one that runs in user space (sshfs, GlusterFS): see ``isInUserSpace(_:)``.
  public static func name(at path: String) -> String? {
    unsafe name(magic: UInt32(truncatingIfNeeded: acquis_file_system(path)))
  }

  /// Whether a file or folder is on a file system that runs in user space or on a virtual machine's
  /// host (FUSE, virtiofs). Whether several machines share it cannot be determined.
  public static func isInUserSpace(_ path: String) -> Bool {
    unsafe isInUserSpace(magic: UInt32(truncatingIfNeeded: acquis_file_system(path)))
  }

  /// - Parameter magic: `f_type` of `statfs`; virtiofs has the same as FUSE.
  static func isInUserSpace(magic: UInt32) -> Bool { magic == 0x6573_5546 }

  /// - Parameter magic: `f_type` of `statfs` (linux/magic.h).
  static func name(magic: UInt32) -> String? {
    switch magic {
    case 0x6969: "NFS"
    case 0x517b: "SMB"
    case 0xff53_4d42: "CIFS"
    case 0xfe53_4d42: "SMB2"
    case 0x5346_414f, 0x6b41_4653: "AFS"
    case 0x0102_1997: "9p"
    case 0x00c3_6400: "Ceph"
    case 0x7375_7245: "Coda"
    case 0x564c: "NCP"
    case 0x0116_1970: "GFS2"
    case 0x7461_636f: "OCFS2"
    case 0x0bd0_0bd0: "Lustre"
    case 0x4750_4653: "GPFS"
    case 0x786f_4256: "vboxsf"
    default: nil
    }
  }
}
