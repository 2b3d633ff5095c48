/// A stretch of a plan's line in which what is in quotes, `« »` or `"…"`, is one piece.
struct PlanPhrase: Sendable {
  enum Piece: Sendable {
    case plain(Unicode.Scalar)
    /// - Parameter raw: with its quotes.
    case quoted(String, raw: String)
  }

  private(set) var pieces: [Piece]

  private init(_ pieces: some Sequence<Piece>) { self.pieces = Array(pieces) }

  /// A line without its comment: that from a `#` on with nothing, two blanks or a tab before it.
  init(line: Substring) {
    let scalars = Array(line.unicodeScalars)
    var pieces: [Piece] = []
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      let isStart = index == 0 || Self.startsItem(after: scalars[index - 1])
      if scalar == "#", Self.startsComment(after: scalars[..<index]) { break }
      if isStart, let quote = PlanQuote(opening: scalar),
        let end = quote.end(in: scalars, from: index)
      {
        let raw = Self.string(scalars[index...end])
        pieces.append(.quoted(quote.content(of: scalars[(index + 1)..<end]), raw: raw))
        index = end + 1
      } else {
        pieces.append(.plain(scalar))
        index += 1
      }
    }
    self.init(pieces)
    trim()
  }

  private static func startsItem(after scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar == "[" || scalar == "|" || scalar == "="
  }

  private static func startsComment(after before: ArraySlice<Unicode.Scalar>) -> Bool {
    if before.allSatisfy(\.properties.isWhitespace) { return true }
    let last = before.suffix(2)
    return last.last == "\t" || (last.count == 2 && last.allSatisfy(\.properties.isWhitespace))
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  var isEmpty: Bool { pieces.isEmpty }

  /// Whether all of it is in quotes.
  var isQuoted: Bool { if pieces.count == 1, case .quoted = pieces[0] { true } else { false } }

  /// What is meant: the content of the quotes that are around all of it, else ``raw``.
  var text: String {
    if pieces.count == 1, case .quoted(let content, _) = pieces[0] { return content }
    return raw
  }

  /// As it is in the line.
  var raw: String {
    var view = String.UnicodeScalarView()
    for piece in pieces {
      switch piece {
      case .plain(let scalar): view.append(scalar)
      case .quoted(_, let raw): view.append(contentsOf: raw.unicodeScalars)
      }
    }
    return String(view)
  }

  /// What is in brackets, if all of it is; nil if it does not begin with one.
  ///
  /// `isClosed` is false where the closing bracket is missing.
  var bracketed: (inside: PlanPhrase, isClosed: Bool)? {
    guard case .plain("[") = pieces.first else { return nil }
    if pieces.count > 1, case .plain("]") = pieces.last {
      return (PlanPhrase(pieces.dropFirst().dropLast()).trimmed, true)
    }
    return (PlanPhrase(pieces.dropFirst()).trimmed, false)
  }

  /// The parts between the separators that are outside quotes, trimmed.
  func split(on separator: Unicode.Scalar) -> [PlanPhrase] {
    pieces.split(omittingEmptySubsequences: false) { piece in
      if case .plain(separator) = piece { true } else { false }
    }.map { PlanPhrase($0).trimmed }
  }

  /// The words outside quotes between blanks.
  var words: [PlanPhrase] {
    pieces.split { piece in
      if case .plain(let scalar) = piece { scalar.properties.isWhitespace } else { false }
    }.map { PlanPhrase($0) }
  }

  /// Key and value: what is before and after the first `=` with blanks around it, else the first one.
  var keyAndValue: (key: PlanPhrase, value: PlanPhrase)? {
    let signs = pieces.indices.filter { if case .plain("=") = pieces[$0] { true } else { false } }
    guard
      let sign = signs.first(where: { isBlank($0 - 1) && isBlank($0 + 1) }) ?? signs.first
    else { return nil }
    return split(at: sign..<(sign + 1))
  }

  /// What is before and after a place, trimmed.
  private func split(at place: Range<Int>) -> (PlanPhrase, PlanPhrase) {
    (
      PlanPhrase(pieces[..<place.lowerBound]).trimmed,
      PlanPhrase(pieces[place.upperBound...]).trimmed
    )
  }

  /// What is before and after the first scalar; nil without it.
  func split(atFirst scalar: Unicode.Scalar) -> (before: PlanPhrase, after: PlanPhrase)? {
    let place = pieces.firstIndex { if case .plain(scalar) = $0 { true } else { false } }
    return place.map { split(at: $0..<($0 + 1)) }
  }

  /// What is before and after the first word for which a condition holds, which is neither the first nor
  /// the last one.
  func split(around isFound: (String) -> Bool) -> (before: PlanPhrase, after: PlanPhrase)? {
    var start = 0
    while start < pieces.count {
      guard let end = pieces[start...].indices.first(where: isBlank) else { return nil }
      if start > 0, isFound(PlanPhrase(pieces[start..<end]).raw), !isBlankToEnd(end) {
        return split(at: start..<end)
      }
      start = end + 1
    }
    return nil
  }

  /// The first word in quotes, and what comes after it; nil if it is not in quotes.
  var quotedStart: (content: String, rest: PlanPhrase)? {
    guard case .quoted(let content, _) = pieces.first else { return nil }
    return (content, PlanPhrase(pieces.dropFirst()).trimmed)
  }

  /// Without its first words.
  func dropping(words count: Int) -> PlanPhrase {
    var rest = self
    for _ in 0..<count {
      let blank = rest.pieces.indices.first(where: rest.isBlank) ?? rest.pieces.endIndex
      rest = PlanPhrase(rest.pieces[blank...]).trimmed
    }
    return rest
  }

  private func isBlankToEnd(_ index: Int) -> Bool { pieces[index...].indices.allSatisfy(isBlank) }

  /// Whether a place is a blank, or outside.
  private func isBlank(_ index: Int) -> Bool {
    guard pieces.indices.contains(index) else { return true }
    if case .plain(let scalar) = pieces[index] { return scalar.properties.isWhitespace }
    return false
  }

  private var trimmed: PlanPhrase {
    var phrase = self
    phrase.trim()
    return phrase
  }

  private mutating func trim() {
    let first = pieces.indices.first { !isBlank($0) } ?? pieces.endIndex
    let last = pieces.indices.last { !isBlank($0) } ?? first - 1
    pieces = Array(pieces[first..<(last + 1)])
  }
}
