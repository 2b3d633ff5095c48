/// What a file is by its first bytes.
enum FileKind: Hashable {
  /// An archive, as workbooks are.
  case archive
  case other(OtherFormat)
  case passwordProtected
  case text

  init(_ bytes: [UInt8]) {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
    {
      self = .archive
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = Self.holds("EncryptedPackage", bytes) ? .passwordProtected : .other(.xls)
    } else if bytes.starts(with: Array("%PDF".utf8)) {
      self = .other(.pdf)
    } else {
      self = Self.isMarkup(bytes) ? .other(.markup) : .text
    }
  }

  /// Whether the bytes contain a name as that container of files has it, in UTF-16.
  private static func holds(_ name: String, _ bytes: [UInt8]) -> Bool {
    let wanted = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    guard let first = wanted.first else { return false }
    return bytes.indices.contains { index in
      bytes[index] == first && bytes[index...].starts(with: wanted)
    }
  }

  private static func isMarkup(_ bytes: [UInt8]) -> Bool {
    let start = String(decoding: bytes.prefix(128).filter { $0 != 0 && $0 < 0x80 }, as: UTF8.self)
      .lowercased().drop { $0.isWhitespace }
    return ["<?xml", "<!doctype", "<html", "<table", "<head", "<style", "<meta"].contains {
      start.hasPrefix($0)
    }
  }
}
