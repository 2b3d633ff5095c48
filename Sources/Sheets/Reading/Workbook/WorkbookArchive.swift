internal import Archive
internal import XML

/// The parts of a workbook (ECMA-376, part 2), by their names.
struct WorkbookArchive: ~Copyable {
  private var archive: ZipArchive
  /// The index of each part by its name in small letters, since names are the same in any case.
  private let indices: [String: Int]
  private var buffer = [UInt8](repeating: 0, count: 65_536)

  init(_ bytes: [UInt8]) throws(SheetReadingFailure) {
    let opened = try Self.archive(bytes)
    var indices: [String: Int] = [:]
    for (index, name) in opened.names.enumerated() {
      guard indices.updateValue(index, forKey: Self.key(name)) == nil else {
        throw .repeatedPart(Self.shown(name))
      }
    }
    archive = opened
    self.indices = indices
  }

  private static func archive(_ bytes: [UInt8]) throws(SheetReadingFailure) -> ZipArchive {
    do throws(ArchiveFailure) {
      return try ZipArchive(
        bytes, limits: ZipArchive.Limits(parts: SheetLimits.parts, bytes: SheetLimits.bytes))
    } catch {
      throw failure(error, in: "")
    }
  }

  private static func reader(_ part: String) throws(SheetReadingFailure) -> XMLReader {
    do throws(XMLFailure) {
      return try XMLReader()
    } catch {
      throw failure(error, in: part)
    }
  }

  borrowing func has(_ part: String) -> Bool { indices[Self.key(part)] != nil }

  /// The content of a short part.
  mutating func bytes(of part: String, atMost limit: Int) throws(SheetReadingFailure) -> [UInt8] {
    try open(part)
    var bytes: [UInt8] = []
    while bytes.count < limit, case let count = try read(part), count > 0 {
      bytes += buffer.prefix(min(count, limit - bytes.count))
    }
    return bytes
  }

  /// Reads a part's elements, one event after the other.
  ///
  /// - Parameter take: is given every event in order.
  mutating func read(
    _ part: String, _ take: (XMLEvent) throws(SheetReadingFailure) -> Void
  ) throws(SheetReadingFailure) {
    try open(part)
    var reader = try Self.reader(part)
    while true {
      let count = try read(part)
      let events: [XMLEvent]
      do throws(XMLFailure) {
        events = try reader.read(buffer, count: count, isLast: count == 0)
      } catch {
        throw Self.failure(error, in: part)
      }
      for event in events { try take(event) }
      if count == 0 { return }
    }
  }

  private mutating func open(_ part: String) throws(SheetReadingFailure) {
    guard let index = indices[Self.key(part)] else { throw .missingPart(Self.shown(part)) }
    do throws(ArchiveFailure) {
      try archive.open(index)
    } catch {
      throw Self.failure(error, in: part)
    }
  }

  private mutating func read(_ part: String) throws(SheetReadingFailure) -> Int {
    do throws(ArchiveFailure) {
      return try archive.read(into: &buffer)
    } catch {
      throw Self.failure(error, in: part)
    }
  }

  private static func key(_ name: String) -> String {
    (name.hasPrefix("/") ? String(name.dropFirst()) : name).lowercased()
  }

  /// A part's name for a message: what is not printable in ASCII left out, and cut.
  private static func shown(_ name: String) -> String {
    String(
      String.UnicodeScalarView(
        name.unicodeScalars.lazy.filter { (0x21...0x7E).contains($0.value) }.prefix(80)))
  }

  private static func failure(_ failure: ArchiveFailure, in part: String) -> SheetReadingFailure {
    switch failure {
    case .notAnArchive: .notAWorkbook
    case .cutShort: .cutShort
    case .tooManyParts: .tooManyParts
    case .tooLarge: .tooLarge
    case .repeated(let index): .repeatedPart("\(index + 1)")
    case .encrypted: .encryptedPart(shown(part))
    case .damaged(let index): .damagedPart(part.isEmpty ? "\(index + 1)" : shown(part))
    }
  }

  private static func failure(_ failure: XMLFailure, in part: String) -> SheetReadingFailure {
    switch failure {
    case .documentType: .documentType(part: shown(part))
    case .malformed(let line), .cutShort(let line), .tooDeep(let line), .tooLong(let line):
      .markup(part: shown(part), line: line)
    }
  }
}
