import Files
import Testing

/// The sentences that the program's sources can show: the arguments of every `Text(french, english)`.
///
/// Read from the source files, so that a sentence counts before any test reaches it. Literals joined by
/// `+` are one sentence; an interpolation is `…` in it, and the literals within it are sentences of
/// their own.
struct SourceTexts {
  private(set) var french: [String] = []
  private(set) var english: [String] = []
  /// The literals that are no argument of a `Text`.
  private(set) var others: [String] = []

  /// - Parameters:
  ///   - folders: below the repository's root; read with the folders in them.
  ///   - names: the files that are left out.
  init(in folders: [String], except names: Set<String> = []) throws {
    for tokens in try SourceTokens.files(in: folders, except: names) { read(tokens) }
  }

  init(source: String) {
    read(SourceTokens(source).tokens)
  }

  private mutating func read(_ tokens: [SourceTokens.Token]) {
    var index = 0
    while index < tokens.count {
      if tokens[index] == .word("Text"), index + 2 < tokens.count, tokens[index + 1] == .mark("("),
        tokens[index + 2] != .word("verbatim")
      {
        let (arguments, end) = Self.arguments(tokens, from: index + 1)
        if let first = arguments.first { french += Self.sentences(first) }
        for argument in arguments.dropFirst() { english += Self.sentences(argument) }
        index = end
      } else {
        others += Self.sentences([tokens[index]])
        index += 1
      }
    }
  }

  /// The tokens of each argument of a call, and the index after its closing parenthesis.
  private static func arguments(
    _ tokens: [SourceTokens.Token], from start: Int
  ) -> ([[SourceTokens.Token]], Int) {
    var arguments: [[SourceTokens.Token]] = [[]]
    var depth = 0
    var index = start
    while index < tokens.count {
      let token = tokens[index]
      index += 1
      switch token {
      case .mark("("), .mark("["), .mark("{"):
        depth += 1
        if depth == 1 { continue }
      case .mark(")"), .mark("]"), .mark("}"):
        depth -= 1
        if depth == 0 { return (arguments, index) }
      case .mark(",") where depth == 1:
        arguments.append([])
        continue
      case .mark, .word, .literal: break
      }
      arguments[arguments.count - 1].append(token)
    }
    return (arguments, index)
  }

  private static func sentences(_ tokens: [SourceTokens.Token]) -> [String] {
    var sentences: [String] = []
    var last: String?
    var within: [String] = []
    for (index, token) in tokens.enumerated() {
      guard case .literal(let text, let nested) = token else { continue }
      within += nested
      if let begun = last, index > 1, tokens[index - 1] == .mark("+") {
        last = begun + text
      } else {
        sentences += [last].compactMap(\.self)
        last = text
      }
    }
    return (sentences + [last].compactMap(\.self) + within).filter { !$0.isEmpty }
  }
}

/// A Swift source file as words, marks and string literals; comments are left out.
struct SourceTokens {
  enum Token: Equatable {
    case word(String)
    case mark(Character)
    /// A literal, interpolations replaced by `…`, and the literals within these.
    case literal(String, within: [String])
  }

  private(set) var tokens: [Token] = []
  private let bytes: [UInt8]
  private var index = 0

  init(_ source: String) {
    bytes = Array(source.utf8)
    while index < bytes.count { step() }
  }

  private func isAt(_ text: StaticString) -> Bool {
    guard index + text.utf8CodeUnitCount <= bytes.count else { return false }
    return text.withUTF8Buffer { $0.elementsEqual(bytes[index..<(index + $0.count)]) }
  }

  private mutating func step() {
    if isAt("//") {
      while index < bytes.count, !isAt("\n") { index += 1 }
    } else if isAt("/*") {
      while index < bytes.count, !isAt("*/") { index += 1 }
      index += 2
    } else if isAt("\"") || isAt("#\"") {
      let (text, within) = literal()
      tokens.append(.literal(text, within: within))
    } else if isAt(" ") || isAt("\n") {
      index += 1
    } else if isWordPart {
      let start = index
      while index < bytes.count, isWordPart { index += 1 }
      tokens.append(.word(String(decoding: bytes[start..<index], as: UTF8.self)))
    } else {
      tokens.append(.mark(Character(Unicode.Scalar(bytes[index]))))
      index += 1
    }
  }

  private var isWordPart: Bool {
    switch bytes[index] {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...0xff:
      true
    default: false
    }
  }

  /// Reads a literal from its opening quotation mark. Of one over several lines, the indentation stays.
  private mutating func literal() -> (String, within: [String]) {
    let isRaw = isAt("#")
    if isRaw { index += 1 }
    let isLong = isAt("\"\"\"")
    index += isLong ? 3 : 1
    var text: [UInt8] = []
    var within: [String] = []
    while index < bytes.count, !(isLong ? isAt("\"\"\"") : isRaw ? isAt("\"#") : isAt("\"")) {
      if !isRaw, isAt("\\(") {
        within += interpolation()
        text += Array("…".utf8)
      } else if !isRaw, isAt("\\") {
        index += 1
        if isAt("n") {
          text.append(UInt8(ascii: "\n"))
        } else if !isAt("\n") {
          text.append(bytes[index])
        }
        index += 1
      } else {
        text.append(bytes[index])
        index += 1
      }
    }
    index += isLong ? 3 : isRaw ? 2 : 1
    return (String(decoding: text, as: UTF8.self), within)
  }

  /// Reads an interpolation from its backslash.
  ///
  /// - Returns: the literals within it.
  private mutating func interpolation() -> [String] {
    index += 2
    var depth = 1
    var within: [String] = []
    while index < bytes.count, depth > 0 {
      if isAt("\"") {
        let (text, nested) = literal()
        within += [text] + nested
        continue
      }
      if isAt("(") { depth += 1 }
      if isAt(")") { depth -= 1 }
      index += 1
    }
    return within
  }
}

extension SourceTokens {
  /// The tokens of each Swift file in folders below the repository's root, and in the folders in them.
  static func files(
    in folders: [String], except names: Set<String> = []
  ) throws -> [[Token]] {
    try folders.flatMap { try files(in: root + $0, except: names) }
  }

  private static func files(in folder: String, except names: Set<String>) throws -> [[Token]] {
    try Folder.names(in: folder).sorted().filter { !names.contains($0) }.flatMap { name in
      let path = "\(folder)/\(name)"
      guard name.hasSuffix(".swift") else { return try files(in: path, except: names) }
      let bytes = try DurableFile(path: path).bytes(atMost: 1 << 20)
      return [SourceTokens(String(decoding: bytes, as: UTF8.self)).tokens]
    }
  }

  /// The folder that `Package.swift` is in, with a slash at its end.
  private static let root = String(
    #filePath.utf8.split(separator: UInt8(ascii: "/")).dropLast(3).reduce(into: "/") {
      $0 += String(decoding: $1, as: UTF8.self) + "/"
    })
}

extension [SourceTokens.Token] {
  /// The tokens from an opening parenthesis to the one that closes it.
  func call(at start: Int) -> ArraySlice<SourceTokens.Token> {
    var depth = 0
    let end = self[start...].firstIndex { token in
      if token == .mark("(") { depth += 1 }
      if token == .mark(")") { depth -= 1 }
      return depth == 0
    }
    return self[start..<(end ?? endIndex)]
  }
}
