internal import AcquisLedger
internal import Events
internal import Projections

/// What changed between two states of knowledge, as lines to print.
struct ComparisonText {
  let shown: ShownComparison
  let language: Language

  init(_ shown: ShownComparison, _ language: Language) {
    self.shown = shown
    self.language = language
  }

  func lines() throws -> [String] {
    var texts = [question, entries]
    texts += try candidacies()
    texts += try persons()
    texts += try section(Text("Jurys", "Juries")) {
      if case .jury = $0.subject { true } else { false }
    }
    texts += try section(Text("Certifications", "Certifications")) { change in
      if case .certification = change.subject { change.gravity != .figures } else { false }
    }
    texts += try section(Text("Conséquences", "Consequences")) { $0.gravity == .figures }
    texts += try findings()
    texts.append(unchanged)
    return texts.map { $0.text(in: language) }
  }

  // MARK: The question

  private var question: Text {
    let (day, from, to) = (shown.comparison.on.text, shown.comparison.from, shown.comparison.to)
    return Text(
      "Au \(day.french) : ce que le registre savait à la position \(from), et à la position \(to)",
      "On \(day.english): what the ledger knew at position \(from), and at position \(to)")
  }

  private var entries: Text {
    let entries = shown.comparison.entries
    guard let instants = entries.instants else {
      return Text("Aucune entrée entre les deux", "No entry between them")
    }
    let recorders = entries.recorders.prefix(5).map(\.text).joined(separator: ", ")
    let others = entries.recorders.count - 5
    let more = Text.count(others, Text("autre", "other"), Text("autres", "others"))
    let by =
      others > 0
      ? Text(
        "\(recorders) et \(more.french)",
        "\(recorders) and \(more.english)")
      : Text(verbatim: recorders)
    let count = [
      Text.count(entries.count, .entry), Text("entre les deux", "between them"),
    ].joined(separator: " ")
    let (first, last) = (instants.lowerBound, instants.upperBound)
    let (day, end) = (first.dayInParis.text, last.dayInParis.text)
    let (start, stop) = (Self.time(first), Self.time(last))
    let when =
      first.dayInParis == last.dayInParis
      ? Text(
        "le \(day.french) de \(start.french) à \(stop.french)",
        "on \(day.english) from \(start.english) to \(stop.english), Paris time")
      : Text(
        "du \(day.french), \(start.french), au \(end.french), \(stop.french)",
        "from \(day.english), \(start.english), to \(end.english), \(stop.english), Paris time")
    return Text(
      "\(count.french), par \(by.french), \(when.french)",
      "\(count.english), by \(by.english), \(when.english)")
  }

  private static func time(_ instant: Instant) -> Text {
    let (hour, minute, second) = instant.timeInParis
    let digits = [hour, minute, second].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return Text(
      "\(hour) h \(digits[1]) min \(digits[2]) s", digits.joined(separator: ":"))
  }

  // MARK: Candidacies and persons

  private func candidacies() throws -> [Text] {
    var ids: [CandidacyID] = []
    for case .candidacy(let id) in shown.changes.map(\.subject)
    where ids.last != id && shown.candidacies[id] != nil { ids.append(id) }
    if ids.isEmpty { return [] }
    let total = shown.comparison.counts.candidacies
    let head = Text(
      "Changé : \(Text.count(ids.count, .candidacy).french) sur \(total)",
      "Changed: \(ids.count) of \(Text.count(total, .candidacy).english)")
    let bySubject = Dictionary(grouping: shown.changes, by: \.subject)
    return [Text("", ""), head]
      + (try ids.flatMap { id in
        try lines(of: id, bySubject[.candidacy(id)] ?? [])
      })
  }

  private func lines(of id: CandidacyID, _ changes: [StateChange]) throws -> [Text] {
    guard let changed = shown.candidacies[id], let state = changed.after ?? changed.before else {
      return []
    }
    let name = try shown.name(of: state.candidate).map { "\(id)  \($0)" } ?? id.text
    let (before, after) = (Self.summary(changed.before), Self.summary(changed.after))
    let states =
      before == after
      ? after : Text("\(before.french) → \(after.french)", "\(before.english) → \(after.english)")
    var head = Text("  \(name)  \(states.french)", "  \(name)  \(states.english)")
    let old = Set(changed.before?.toReview.map(\.rule) ?? [])
    let reviewed = Set(changed.after?.toReview.map(\.rule) ?? []).subtracting(old).sorted()
    if !reviewed.isEmpty {
      let rules = reviewed.map(\.description).joined(separator: ", ")
      head = [head, Text("   À REVOIR (\(rules))", "   TO REVIEW (\(rules))")].joined(separator: "")
    }
    let lines = try changes.compactMap { change -> Text? in
      if case .finding = change.field { return nil }
      guard change.gravity != .grounds || changes.count == 1 else { return nil }
      return try line(change, ChangeText.text(change, changed), indent: "      ")
    }
    return [head] + lines + Self.certificate(of: changed, changes)
  }

  /// The certificate that is still in someone's hands where something was lost; nothing elsewhere.
  private static func certificate(
    of changed: ChangedCandidacy, _ changes: [StateChange]
  ) -> [Text] {
    guard changes.first?.gravity == .lost, let number = changed.after?.certificate?.number,
      number == changed.before?.certificate?.number
    else { return [] }
    return [
      Text(
        "      certificat  \(number)  inchangé, en circulation",
        "      certificate  \(number)  unchanged, in circulation")
    ]
  }

  /// The status, and how many blocks are held.
  private static func summary(_ state: CandidacyState?) -> Text {
    guard let state else { return Text("pas encore connue", "not known") }
    let held = state.blocks.count(where: \.status.isHeld)
    let blocks = Text.count(
      held, Text("bloc acquis", "block held"), Text("blocs acquis", "blocks held"),
      none: Text("aucun bloc acquis", "no block held"))
    return [state.statusText, blocks].joined(separator: ", ")
  }

  private func persons() throws -> [Text] {
    let changes = shown.changes.filter { change in
      if case .finding = change.field { return false }
      if case .candidate = change.subject { return true }
      if case .member = change.subject { return true }
      return false
    }
    if changes.isEmpty { return [] }
    return [Text("", ""), Text("Personnes", "Persons")]
      + (try changes.map { change in
        var text = ChangeText.text(change)
        if case .candidate(let id) = change.subject, change.field == .member("identity"),
          let old = try shown.before.identity(of: id).value,
          let new = try shown.after.identity(of: id).value
        {
          text = IdentityChangeText.text(old, new)
        }
        return try line(change, text, of: change.subject, indent: "  ")
      })
  }

  // MARK: The rest

  private func section(_ title: Text, _ isIn: (StateChange) -> Bool) throws -> [Text] {
    let changes = shown.changes.filter { change in
      if case .finding = change.field { return false }
      return isIn(change)
    }
    if changes.isEmpty { return [] }
    return [Text("", ""), title]
      + (try changes.map {
        try line($0, ChangeText.text($0), of: $0.subject, indent: "  ")
      })
  }

  private func findings() throws -> [Text] {
    let changes = shown.changes.filter { if case .finding = $0.field { true } else { false } }
    if changes.isEmpty { return [] }
    return [Text("", ""), Text("Règles", "Rules")]
      + (try changes.map { change in
        try line(change, ChangeText.finding(change), indent: "  ")
      })
  }

  /// A change, and the entries that made it with who recorded them and why.
  private func line(
    _ change: StateChange, _ text: Text, of subject: Subject? = nil, indent: String
  ) throws -> Text {
    var line = text
    if let subject {
      let id = subject.description.split(separator: ":", maxSplits: 1).last.map(String.init) ?? ""
      line = Text("\(id)  \(text.french)", "\(id)  \(text.english)")
    }
    // The figures follow from the changes above, which name their entries.
    if change.gravity != .figures, !change.because.isEmpty {
      var cause = ChangeText.because(change, shown.comparison.causes)
      let recorders = shown.recorders(of: change)
      if shown.comparison.entries.recorders.count > 1, !recorders.isEmpty {
        let names = recorders.joined(separator: ", ")
        cause = [cause, Text(" par \(names)", " by \(names)")].joined(separator: "")
      }
      if let reason = try shown.reason(of: change) {
        cause = [cause, Text(" : « \(reason) »", ": “\(reason)”")].joined(separator: "")
      }
      line = [line, cause].joined(separator: "   ")
    }
    return Text(indent + line.french, indent + line.english)
  }

  private var unchanged: Text {
    let counts = shown.comparison.counts
    var parts = [
      Text.count(counts.unchangedJuries, .jury),
      Text.count(counts.unchangedCertifications, .certification),
      Text.count(counts.unchangedCandidacies, .candidacy),
      Text.count(counts.unchangedPersons, .person),
    ]
    if shown.comparison.isJudged {
      parts.append(Text.count(counts.unchangedFindings, .finding))
    }
    var same = parts.joined(separator: ", ")
    if !shown.comparison.isJudged {
      same = same.then(Text("règles non contrôlées", "rules not checked"))
    }
    if shown.isPartial {
      return Text(
        "Le reste n’est pas montré (`--only`).", "The rest is not shown (--only).")
    }
    return shown.changes.isEmpty
      ? Text(
        "Rien n’a changé (identiques : \(same.french)).",
        "Nothing changed (the same: \(same.english)).")
      : Text(
        "Rien d’autre n’a changé (identiques : \(same.french)).",
        "Nothing else changed (the same: \(same.english)).")
  }
}
