internal import CSQLite

/// File systems that several machines share: SQLite's locks and its write-ahead journal do not hold
/// there.
public enum NetworkDrive {
  /// The name of the network file system that a file or folder lies on; nil for a local one, and where
  /// the system does not tell.
  ///
  /// One that runs in user space (sshfs, GlusterFS) is not told from a local one that does:
  /// ``isInUserSpace(_:)``.
  public static func name(at path: String) -> String? {
    unsafe name(magic: UInt32(truncatingIfNeeded: acquis_file_system(path)))
  }

  /// Whether a file or folder lies on a file system that runs in user space or in a virtual machine's
  /// host (FUSE, virtiofs): it may be shared by several machines, and nothing tells whether it is.
  public static func isInUserSpace(_ path: String) -> Bool {
    unsafe isInUserSpace(magic: UInt32(truncatingIfNeeded: acquis_file_system(path)))
  }

  /// The same by the number that `statfs` tells; virtiofs has that of FUSE.
  static func isInUserSpace(magic: UInt32) -> Bool { magic == 0x6573_5546 }

  /// The name by the number that `statfs` tells (linux/magic.h).
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
