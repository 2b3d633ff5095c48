import Glibc
import SQLite
import TestSupport
import Testing

/// A ledger of format 1, as the program of that time wrote it: `Golden/format-1.sql`.
enum FirstFormat {
  /// The number of its events, and the root over them.
  static let events: UInt64 = 24
  static let root = "5ea865d0215229ddc654f141d2d21bc1d606c4f658bc65613fe3029cdf819c54"

  /// Makes the ledger in a folder.
  static func ledger(in folder: String) throws -> String {
    let path = folder + "/first.ledger"
    let golden = #filePath.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }
    let sql = try #require(text(golden + "/Golden/format-1.sql"))
    try Database(path, .create, timeout: 0).execute("BEGIN;\n" + sql + "COMMIT;")
    return path
  }

  private static func text(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1_000_000)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }
}
