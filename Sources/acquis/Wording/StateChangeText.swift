internal import AcquisLedger
internal import Events
internal import Projections

/// What a candidacy became, in words: only what changed, and of a window only what matters.
enum StateChangeText {
  /// The status and the blocks held, then the window, then what is newly to review; empty if none changed.
  static func parts(_ before: CandidacyState?, _ after: CandidacyState?) -> [Text] {
    guard let after else {
      return before == nil ? [] : [Text("n’est plus inscrit", "no longer enrolled")]
    }
    return [status(before, after), window(before?.window, after.window)].compactMap(\.self)
      + newlyToReview(before, after).map { item in
        Text("à revoir : \(item.sentence.french)", "to review: \(item.sentence.english)")
      }
  }

  /// `certification partielle, 1 bloc sur 4`; nil if neither changed.
  private static func status(_ before: CandidacyState?, _ after: CandidacyState) -> Text? {
    let (held, old) = (after.heldCount, before?.heldCount ?? 0)
    let isOther = before?.status != after.status || before?.tacit != after.tacit
    guard isOther || held != old else { return nil }
    let isCounted = after.status == .partiallyCertified || after.status == .lapsed
    if held == old, held == 0 || !isCounted { return after.statusText }
    let total = after.blocks.count
    return Text(
      "\(after.statusText.french), \(held) \(held < 2 ? "bloc" : "blocs") sur \(total)",
      "\(after.statusText.english), \(held) of \(total) blocks")
  }

  /// Whether the window opened, closed or moved, in words; nil where it did not, or never mattered.
  private static func window(_ before: CompletionWindow?, _ after: CompletionWindow) -> Text? {
    if before?.status == after.status, before?.lastDay == after.lastDay { return nil }
    let hadLimit = before?.lastDay != nil
    switch after.status {
    case .none:
      return hadLimit
        ? Text("plus de délai, aucun bloc n’est acquis", "no window, as no block is held") : nil
    case .open:
      guard let last = after.lastDay?.text else { return nil }
      return Text("délai ouvert jusqu’au \(last.french)", "window open until \(last.english)")
    case .completed:
      return hadLimit
        ? Text("délai clos, tous les blocs sont acquis", "window closed, every block is held") : nil
    case .lapsed:
      guard let last = after.lastDay?.text else { return nil }
      return Text("délai écoulé depuis le \(last.french)", "window lapsed on \(last.english)")
    }
  }

  private static func newlyToReview(
    _ before: CandidacyState?, _ after: CandidacyState
  ) -> [ReviewItem] {
    let old = before?.toReview ?? []
    return after.toReview.filter { item in
      !old.contains { $0.rule == item.rule && $0.position == item.position }
    }
  }

  /// `certifié → certifié, à revoir ; délai clos → ouvert jusqu’au 18 juin 2031`.
  static func arrows(_ changed: ChangedCandidacy) -> Text {
    let none = Text("pas inscrit", "not enrolled")
    let (before, after) = (changed.before, changed.after)
    var parts = [
      Text(
        "\((before?.reviewedStatus ?? none).french) → \((after?.reviewedStatus ?? none).french)",
        "\((before?.reviewedStatus ?? none).english) → \((after?.reviewedStatus ?? none).english)")
    ]
    if let before, let after, before.held != after.held {
      let held = Text(
        "blocs acquis : \(before.heldCount) → \(after.heldCount) sur \(after.blocks.count)",
        "blocks held: \(before.heldCount) → \(after.heldCount) of \(after.blocks.count)")
      let lost = before.held.filter { !after.held.contains($0) }.map(\.text)
      let gained = after.held.filter { !before.held.contains($0) }.map(\.text)
      let (without, with) = (lost.joined(separator: ", "), gained.joined(separator: ", "))
      parts.append(
        ([held] + (lost.isEmpty ? [] : [Text("sans \(without)", "without \(without)")])
          + (gained.isEmpty ? [] : [Text("avec \(with)", "with \(with)")])).joined(separator: ", "))
    }
    if let after, let window = window(before?.window, after.window) { parts.append(window) }
    return parts.joined(separator: " ; ", "; ")
  }
}

extension CandidacyState {
  fileprivate var held: [BlockCode] { blocks.filter(\.status.isHeld).map(\.code) }

  fileprivate var heldCount: Int { held.count }

  /// The status, and whether something is to review.
  fileprivate var reviewedStatus: Text {
    toReview.isEmpty
      ? statusText
      : Text("\(statusText.french), à revoir", "\(statusText.english), to review")
  }
}

extension Sequence<Text> {
  /// The texts joined by a separator of each language.
  func joined(separator french: String, _ english: String) -> Text {
    Text(
      map(\.french).joined(separator: french), map(\.english).joined(separator: english))
  }
}
