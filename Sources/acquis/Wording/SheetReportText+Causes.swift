internal import AcquisLedger
internal import Events
internal import SheetImport
internal import Sheets

// What is wrong with a sheet, by cause, and what its import changes.

extension SheetReportText {
  var issues: [Text] {
    let parts: [([SheetWeight], Text)] = [
      ([.rowLeftOut, .cellLeftOut], Text("À corriger, non repris :", "To correct, not imported:")),
      ([.toReview], Text("À revoir :", "To review:")),
      (
        [.identityGap],
        Text("À compléter avant de déclarer :", "To complete before declaring:")
      ),
      ([.note], Text("Pour information :", "Notes:")),
    ]
    return parts.flatMap { weights, heading in
      let causes = report.causes.filter { weights.contains($0.cause.weight) }
      return causes.isEmpty ? [] : [heading] + causes.map(line)
    }
  }

  /// `  4 cases : BC02, mot non reconnu « équivalence » (lignes 12, 45)`.
  private func line(_ cause: SheetReport.Cause) -> Text {
    if cause.cause == .noBirthPlace, !report.saysBirthPlace { return withoutBirthPlaces }
    let (text, place) = (cause.cause.text, rows.text(cause.rows))
    let times =
      cause.count == cause.rows.count
      ? Text("", "")
      : Text.count(cause.count, .cell).after(", ", ", ")
    return Text(
      "  \(text.french)\(times.french) (\(place.french))",
      "  \(text.english)\(times.english) (\(place.english))")
  }

  /// Of a sheet that has no column for it, where the rows would be all.
  private var withoutBirthPlaces: Text {
    let persons = Text.count(report.persons.total, .person)
    return Text(
      "  lieu de naissance : la feuille n’en dit ni code postal ni code INSEE (\(persons.french))",
      "  birth place: the sheet gives neither its postal code nor its INSEE code (\(persons.english))"
    )
  }

  /// Whom of the ledger each row may be.
  ///
  /// - Parameter label: a person's name, where it is shown, and id.
  func doubts(_ doubts: [UnsettledRow], _ label: (CandidateID) throws -> String) rethrows -> [Text]
  {
    var lines = try doubts.prefix(SheetRowsText.limit).compactMap { doubt -> Text? in
      guard trial.reading.rows.indices.contains(doubt.row) else { return nil }
      let persons = try doubt.persons.map { try label($0) }.joined(separator: ", ")
      let row = rows.text([trial.reading.rows[doubt.row].place])
      return Text("  \(row.french) : \(persons) ?", "  \(row.english): \(persons)?")
    }
    if lines.isEmpty { return [] }
    lines.insert(
      Text("Peut-être déjà dans le registre :", "Perhaps in the ledger already:"), at: 0)
    return lines
  }

  var changes: [Text] {
    guard report.isCompared else { return [] }
    let counted = [
      Text.count(
        report.added, Text("entrée ajoutée", "entry added"),
        Text("entrées ajoutées", "entries added")),
      Text.count(
        report.corrected.count, Text("corrigée", "corrected"), Text("corrigées", "corrected")),
      Text.count(
        report.unchanged, Text("déjà enregistrée", "recorded already"),
        Text("déjà enregistrées", "recorded already")),
    ].joined(separator: ", ")
    let line =
      isRecorded
      ? Text("Enregistré : \(counted.french)", "Recorded: \(counted.english)")
      : Text("À enregistrer : \(counted.french)", "To record: \(counted.english)")
    return [line] + corrections
  }

  /// `  1 décision corrigée : ligne 12, BC02`.
  private var corrections: [Text] {
    var order: [CountedNoun] = []
    var places: [CountedNoun: [Text]] = [:]
    for corrected in report.corrected {
      let noun = corrected.type.corrected
      if places[noun] == nil { order.append(noun) }
      // What is about a jury alone has no rows.
      let row =
        corrected.rows.isEmpty
        ? corrected.jury.map { Text("jury \($0)", "jury \($0)") } : rows.text(corrected.rows)
      let block = corrected.block.map { Text(verbatim: $0.short) }
      places[noun, default: []].append(
        [row, block].compactMap(\.self).joined(separator: ", "))
    }
    return order.map { noun in
      let all = places[noun] ?? []
      let counted = Text.count(all.count, noun)
      let shown = all.prefix(SheetRowsText.limit).joined(separator: " ; ", "; ")
      let more = SheetRowsText.more(all.count - SheetRowsText.limit)
      return Text(
        "  \(counted.french) : \(shown.french)\(more.french)",
        "  \(counted.english): \(shown.english)\(more.english)")
    }
  }

  /// `Écrit : 2019-a-corriger.csv (votre feuille et deux colonnes : état, à corriger)`.
  static func written(_ path: String, _ encoding: TextForm.Encoding?) -> Text {
    let other = encoding.map { encoding in
      Text(
        ", en \(encoding.text.french) : un caractère n’existe pas dans l’encodage de la feuille",
        ", in \(encoding.text.english): a character is not in the sheet’s own encoding")
    }
    return Text(
      "Écrit : \(path) (votre feuille et deux colonnes : état, à corriger)\(other?.french ?? "")",
      "Written: \(path) (your sheet and two columns: state, to correct)\(other?.english ?? "")")
  }
}
