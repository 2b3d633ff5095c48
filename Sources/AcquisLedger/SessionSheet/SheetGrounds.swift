internal import Events
internal import Projections

/// The one cell of a row that has the grounds of its refusals: a text for all of them, or `BC02 : … ; BC04 : …`.
struct SheetGrounds: Hashable, Sendable {
  /// For the blocks that have no text of their own.
  var common: String?
  var own: [BlockCode: String] = [:]

  subscript(_ block: BlockCode) -> String? { own[block] ?? common }

  /// - Parameter labels: the blocks by their names in small letters.
  init(_ text: String, labels: [String: BlockCode]) {
    var label: BlockCode?
    var parts: [(BlockCode?, String)] = []
    var (segment, separator) = ("", "")
    func end(_ parts: inout [(BlockCode?, String)]) {
      if let (block, rest) = Self.labelled(segment, labels) {
        label = block
        parts.append((block, rest))
      } else if parts.isEmpty {
        parts.append((label, segment))
      } else {
        parts[parts.count - 1].1 += separator + segment
      }
    }
    for character in SheetText.trimmed(text) {
      if character == ";" || character == "\n" {
        end(&parts)
        (segment, separator) = ("", String(character))
      } else {
        segment.append(character)
      }
    }
    end(&parts)
    for (block, text) in parts {
      let text = SheetText.trimmed(text)
      if text.isEmpty { continue }
      if let block { own[block] = text } else { common = text }
    }
  }

  /// The block that a segment begins with, and what it says.
  private static func labelled(
    _ segment: String, _ labels: [String: BlockCode]
  ) -> (BlockCode, String)? {
    guard let colon = segment.firstIndex(of: ":") else { return nil }
    let name = SheetText.trimmed(String(segment[..<colon])).lowercased()
    return labels[name].map { ($0, String(segment[segment.index(after: colon)...])) }
  }

  /// The cell of recorded grounds, in the order of the blocks; empty without any.
  static func cell(
    of candidate: SessionCandidate, names: (BlockCode) -> String, labels: [String: BlockCode]
  ) -> String {
    let refused = candidate.blocks.compactMap { block in
      candidate.decisions[block].flatMap { decision in
        decision.verdict == .refused ? (block, decision.grounds.text ?? "") : nil
      }
    }
    let texts = Set(refused.map(\.1))
    if let only = texts.first, texts.count == 1,
      only.isEmpty || SheetGrounds(only, labels: labels).own.isEmpty
    {
      return only
    }
    return refused.filter { !$0.1.isEmpty }.map { "\(names($0)) : \($1)" }.joined(separator: " ; ")
  }
}
