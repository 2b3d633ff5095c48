internal import XML

extension FlowAnswer {
  /// The most bytes that are read: 256 MiB, some million passages.
  public static let limit = 1 << 28

  /// Reads an answer as it comes: children in any order, elements and attributes that are not known passed
  /// over, any prefixes, every encoding that expat knows.
  ///
  /// Cost: some 10 MB a second; memory for its passages.
  ///
  /// - Throws: ``FlowAnswerFailure`` with everything that is wrong.
  public init(reading bytes: [UInt8]) throws(FlowAnswerFailure) {
    guard bytes.count <= Self.limit else {
      throw FlowAnswerFailure(.tooLarge(limit: Self.limit))
    }
    let declaration = XMLDeclaration(of: bytes)
    if declaration.isBlank { throw FlowAnswerFailure(.empty) }
    if let encoding = declaration.unknownEncoding {
      throw FlowAnswerFailure(.encoding(encoding), line: 1)
    }
    var parser = FlowAnswerParser()
    do throws(XMLFailure) {
      var reader = try XMLReader(keepingLines: true)
      var rest = bytes[...]
      while !rest.isEmpty, !parser.isOfAnotherRoot {
        let events = try reader.read(Array(rest.prefix(Self.piece)), isLast: false)
        rest = rest.dropFirst(Self.piece)
        for (event, line) in zip(events, reader.lines) { parser.take(event, line: line) }
      }
      // The end alone, so that what comes before a cut is known.
      let last = parser.isOfAnotherRoot ? [] : try reader.read([], isLast: true)
      for (event, line) in zip(last, reader.lines) { parser.take(event, line: line) }
    } catch {
      parser.add(error)
    }
    self = try parser.answer()
  }

  /// How many bytes are parsed at once.
  private static let piece = 1 << 16
}

/// What the first bytes of a document say of it.
private struct XMLDeclaration {
  /// Whether there is nothing but spaces.
  let isBlank: Bool
  /// The encoding declared, if expat does not know it.
  let unknownEncoding: String?

  private static let known: Set<String> = [
    "utf-8", "utf-16", "utf-16le", "utf-16be", "iso-8859-1", "us-ascii",
  ]

  init(of bytes: [UInt8]) {
    isBlank = bytes.allSatisfy {
      [0x20, 0x09, 0x0a, 0x0d, 0x00, 0xef, 0xbb, 0xbf, 0xfe, 0xff].contains($0)
    }
    let start = bytes.prefix(1024).filter { 1..<0x80 ~= $0 }
    let text = String(decoding: start, as: UTF8.self)
    guard text.hasPrefix("<?xml"), let end = text.firstRange(of: "?>"),
      let name = text[..<end.lowerBound].firstRange(of: "encoding")
    else {
      unknownEncoding = nil
      return
    }
    let value = text[name.upperBound..<end.lowerBound].drop { $0 != "\"" && $0 != "'" }
    let encoding = value.dropFirst().prefix { $0 != value.first }
    let isKnown = encoding.isEmpty || Self.known.contains(encoding.lowercased())
    unknownEncoding = isKnown ? nil : String(encoding.prefix(40))
  }
}
