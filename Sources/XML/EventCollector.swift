internal import CExpat

/// What expat reported of one piece of a document.
@safe final class EventCollector {
  /// Why the collector stopped the parser.
  enum Refusal {
    case documentType, tooDeep
  }

  /// Between a namespace and a name: no document can contain it.
  static let separator: UInt8 = 0x0C

  var events: [XMLEvent] = []
  /// The line on which each event begins; empty unless they are kept.
  var lines: [Int] = []
  private let keepsLines: Bool
  private(set) var refusal: Refusal?
  private var depth = 0
  /// The parser that reports to this collector, and outlives it.
  private let parser: OpaquePointer

  init(of parser: OpaquePointer, keepingLines keepsLines: Bool) {
    unsafe self.parser = unsafe parser
    self.keepsLines = keepsLines
  }

  /// The collector that a parser's callback is for.
  static func of(_ data: UnsafeMutableRawPointer?) -> EventCollector? {
    guard let data = unsafe data else { return nil }
    return unsafe Unmanaged<EventCollector>.fromOpaque(data).takeUnretainedValue()
  }

  func refuse(_ refusal: Refusal) {
    self.refusal = refusal
    _ = unsafe XML_StopParser(parser, XML_Bool(XML_FALSE))
  }

  func start(
    _ name: UnsafePointer<CChar>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    guard refusal == nil else { return }
    depth += 1
    guard depth <= XMLReader.depth else { return refuse(.tooDeep) }
    var values: [(name: String, value: String)] = []
    var index = 0
    while let key = unsafe attributes?[index], let value = unsafe attributes?[index + 1] {
      values.append((unsafe Self.local(key), unsafe String(cString: value)))
      index += 2
    }
    unsafe add(.start(Self.local(name), XMLAttributes(values: values)))
  }

  func end(_ name: UnsafePointer<CChar>?) {
    guard refusal == nil else { return }
    depth -= 1
    unsafe add(.end(Self.local(name)))
  }

  func text(_ characters: UnsafePointer<CChar>?, _ count: Int32) {
    guard refusal == nil, let characters = unsafe characters else { return }
    let bytes = unsafe UnsafeRawBufferPointer(start: characters, count: Int(count))
    unsafe add(.text(String(decoding: bytes, as: UTF8.self)))
  }

  private func add(_ event: XMLEvent) {
    events.append(event)
    if keepsLines { lines.append(Int(unsafe XML_GetCurrentLineNumber(parser))) }
  }

  /// A name without its namespace.
  private static func local(_ name: UnsafePointer<CChar>?) -> String {
    guard var start = unsafe name else { return "" }
    var place = unsafe start
    while unsafe place.pointee != 0 {
      if unsafe place.pointee == CChar(bitPattern: separator) { unsafe start = unsafe place + 1 }
      unsafe place += 1
    }
    return unsafe String(cString: start)
  }
}
