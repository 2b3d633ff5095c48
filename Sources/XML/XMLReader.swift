internal import CExpat

/// A document of XML, read piece by piece by expat.
///
/// ```swift
/// var reader = try XMLReader()
/// for event in try reader.read(bytes, isLast: true) { … }
/// ```
///
/// A document type is refused, so that no entity can be declared, nothing outside is ever asked for, and what
/// comes out is never more than what went in. Memory: one piece and what it contains.
@safe public struct XMLReader: ~Copyable {
  /// The most elements within each other.
  public static let depth = 256
  /// The longest tag, in bytes; longer ones are refused once a piece more has come.
  public static let tag = 1_048_576

  private let parser: OpaquePointer
  private let collector: EventCollector
  private var given = 0

  /// - Parameter keepsLines: whether ``lines`` are kept.
  /// - Throws: ``XMLFailure/tooLong(line:)`` without memory.
  public init(keepingLines keepsLines: Bool = false) throws(XMLFailure) {
    let separator = CChar(bitPattern: EventCollector.separator)
    guard let parser = unsafe XML_ParserCreateNS(nil, separator) else { throw .tooLong(line: 1) }
    unsafe self.parser = unsafe parser
    collector = unsafe EventCollector(of: parser, keepingLines: keepsLines)
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(collector).toOpaque())
    unsafe XML_SetElementHandler(
      parser, { unsafe EventCollector.of($0)?.start($1, $2) },
      { unsafe EventCollector.of($0)?.end($1) })
    unsafe XML_SetCharacterDataHandler(parser) { unsafe EventCollector.of($0)?.text($1, $2) }
    unsafe XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      unsafe EventCollector.of(data)?.refuse(.documentType)
    }
  }

  deinit { unsafe XML_ParserFree(parser) }

  /// The line, counted from 1, on which each event of the last piece begins; empty unless they are kept.
  public var lines: [Int] { collector.lines }

  /// Reads the next piece.
  ///
  /// - Parameters:
  ///   - count: how many of the bytes belong to it; nil: all. At most 2³¹ − 1.
  ///   - isLast: whether the document ends with it.
  /// - Throws: ``XMLFailure``; the reader is of no use then.
  public mutating func read(
    _ bytes: [UInt8], count: Int? = nil, isLast: Bool
  ) throws(XMLFailure) -> [XMLEvent] {
    let count = min(count ?? bytes.count, bytes.count)
    guard let length = Int32(exactly: count) else { throw .tooLong(line: line) }
    collector.events.removeAll(keepingCapacity: true)
    collector.lines.removeAll(keepingCapacity: true)
    let status = unsafe bytes.withUnsafeBytes { buffer in
      unsafe XML_Parse(
        parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), length, isLast ? 1 : 0)
    }
    guard status == XML_STATUS_OK else { throw failure }
    given += count
    guard given - max(0, Int(unsafe XML_GetCurrentByteIndex(parser))) <= Self.tag || isLast else {
      throw .tooLong(line: line)
    }
    return collector.events
  }

  private var line: Int { Int(unsafe XML_GetCurrentLineNumber(parser)) }

  private var failure: XMLFailure {
    switch collector.refusal {
    case .documentType?: return .documentType(line: line)
    case .tooDeep?: return .tooDeep(line: line)
    case nil: break
    }
    switch unsafe XML_GetErrorCode(parser) {
    case XML_ERROR_NO_ELEMENTS, XML_ERROR_UNCLOSED_TOKEN, XML_ERROR_PARTIAL_CHAR,
      XML_ERROR_UNCLOSED_CDATA_SECTION:
      return .cutShort(line: line)
    default: return .malformed(line: line)
    }
  }
}
