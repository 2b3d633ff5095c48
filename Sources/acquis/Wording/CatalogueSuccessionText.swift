internal import AcquisLedger
internal import Catalogue
internal import Events

/// A succession that the open data give and the ledger does not have.
struct CatalogueSuccessionText {
  private let proposal: SuccessionProposal
  private let isRecorded: Bool
  private let isLater: Bool
  private let on: CalendarDate

  init(_ proposed: CatalogueSuccessions.Proposed, isRecorded: Bool) {
    proposal = proposed.proposal
    on = proposed.on
    isLater = proposed.isLater
    self.isRecorded = isRecorded
  }

  /// A heading, the pairs, what is without a counterpart, and before a command what it is for.
  var lines: [Text] {
    let (older, newer) = (proposal.older, proposal.newer)
    let day = on.text
    let head =
      isRecorded
      ? Text(
        "\(newer) succède à \(older), à compter du \(day.french) :",
        "\(newer) succeeds \(older) from \(day.english):")
      : Text(
        "succession proposée, à confirmer : \(newer) succède à \(older)",
        "succession proposed, to be confirmed: \(newer) succeeds \(older)")
    return [head] + pairs + unmatched + (isRecorded ? [] : [isLater ? later : Self.confirm])
  }

  private static let confirm = Text(
    "  pour l’enregistrer, une fois les correspondances vérifiées :",
    "  to record it, once the correspondences are checked:")

  /// A fact cannot be of a day to come.
  private var later: Text {
    let day = on.text
    return Text(
      "  elle ne peut pas être enregistrée avant le \(day.french), premier jour de \(proposal.newer) ; ce jour-là, une fois les correspondances vérifiées :",
      "  it cannot be recorded before \(day.english), the first day of \(proposal.newer); on that day, once the correspondences are checked:"
    )
  }

  private var pairs: [Text] {
    let equal = proposal.correspondences.map { pair in
      Text("  \(pair.from) vaut \(pair.to)", "  \(pair.from) counts as \(pair.to)")
    }
    let near = proposal.near.map { pair in
      Text(
        "  à vérifier : \(pair.from) et \(pair.to), d’intitulés proches",
        "  to check: \(pair.from) and \(pair.to), whose titles are near")
    }
    return equal + near
  }

  private var unmatched: [Text] {
    [(proposal.older, proposal.unmatchedFrom), (proposal.newer, proposal.unmatchedTo)]
      .filter { !$0.1.isEmpty }
      .map { code, blocks in
        let shown = blocks.map(\.code.text).joined(separator: ", ")
        return Text(
          "  sans correspondance dans \(code) : \(shown)",
          "  without a counterpart in \(code): \(shown)")
      }
  }

  /// A succession that the ledger has the other way round.
  static func line(_ contrary: CatalogueSuccessions.Contrary) -> Text {
    let (older, newer) = (contrary.older, contrary.newer)
    return Text(
      "l’export fait succéder \(newer) à \(older), et le registre \(older) à \(newer) : cette succession n’est ni proposée ni enregistrée",
      "the export has \(newer) succeed \(older), and the ledger \(older) succeed \(newer): this succession is neither proposed nor recorded"
    )
  }

  /// A version that the ledger does not have; before the command that takes it, if the export has it.
  static func line(_ absent: CatalogueSuccessions.Absent) -> Text {
    let relation =
      absent.isOlder
      ? Text("version antérieure", "an older version") : Text("version suivante", "a newer version")
    let code = absent.code
    return absent.isInExport
      ? Text(
        "\(relation.french) \(code), absente du registre ; pour la prendre :",
        "\(relation.english), \(code), is not in the ledger; to take it:")
      : Text(
        "\(relation.french) \(code), absente du registre et de l’export",
        "\(relation.english), \(code), is in neither the ledger nor the export")
  }
}
