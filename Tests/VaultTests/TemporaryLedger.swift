import Events
import Glibc
import Vault

/// A ledger's path in a folder of its own, removed with all that is in it.
final class TemporaryLedger: Sendable {
  let folder: String

  init() throws {
    var template = Array("/tmp/acquis-vault-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw VaultFailure.system(code: Int(errno), "mkdtemp")
    }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    for name in files { unlink(folder + "/" + name) }
    rmdir(folder)
  }

  var path: String { folder + "/centre.acquis" }

  /// The names of what lies in the folder, sorted.
  var files: [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  func bytes(_ suffix: String) throws -> [UInt8] {
    guard let file = fopen(path + suffix, "r") else {
      throw VaultFailure.system(code: Int(errno), "fopen")
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer.prefix(count)
    }
    return bytes
  }

  func write(_ bytes: [UInt8], _ suffix: String) throws {
    guard let file = fopen(path + suffix, "w") else {
      throw VaultFailure.system(code: Int(errno), "fopen")
    }
    defer { fclose(file) }
    fwrite(bytes, 1, bytes.count, file)
  }

  func permissions(_ suffix: String) -> mode_t {
    var status = stat()
    stat(path + suffix, &status)
    return status.st_mode & 0o777
  }
}

extension [UInt8] {
  func contains(_ part: [UInt8]) -> Bool {
    guard let first = part.first, count >= part.count else { return false }
    return indices.dropLast(part.count - 1).contains { start in
      self[start] == first && self[start..<start + part.count].elementsEqual(part)
    }
  }
}

let event = EventID(high: 0x0199_0000_0000_7000, low: 0x8000_0000_0000_0001)
let otherEvent = EventID(high: 0x0199_0000_0000_7000, low: 0x8000_0000_0000_0002)

func candidate(_ id: String) throws -> Person { .candidate(try CandidateID(id)) }
