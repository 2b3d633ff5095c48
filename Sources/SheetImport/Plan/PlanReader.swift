internal import AcquisLedger
internal import Events

/// Reads a plan, and collects everything that is wrong in it.
struct PlanReader {
  var plan = ImportPlan()
  private(set) var problems: [PlanFailure.Problem]
  /// Where each key is.
  private var keys: [PlanVocabulary.Key: Int] = [:]
  /// The index of each column.
  var columns: [PlanHeading: Int] = [:]

  init(_ source: PlanSource) {
    problems = source.problems
    for line in source.sheet { readSheet(line) }
    for line in source.columns { readColumn(line) }
    for words in source.words { readWords(words) }
    problems.sort { $0.line < $1.line }
  }

  mutating func add(_ line: PlanSource.Line, _ text: Text) {
    problems.append(PlanFailure.Problem(line: line.number, text))
  }

  // The section of the sheet.

  private mutating func readSheet(_ line: PlanSource.Line) {
    guard let (name, value) = line.phrase.keyAndValue, !value.isEmpty else {
      return add(line, PlanFailure.noAnswer)
    }
    guard let key = PlanVocabulary.keys.value(of: name.text) else {
      return add(
        line,
        PlanFailure.unknown(
          Text("clé inconnue", "unknown key"), name.text,
          expected: PlanFailure.listed(PlanVocabulary.keys.names),
          near: PlanVocabulary.keys.near(name.text)))
    }
    if let first = keys[key] { return add(line, PlanFailure.repeated(name.text, line: first)) }
    keys[key] = line.number
    if key == .certification { plan.lines.certification = line.number }
    if !take(key, value) {
      add(
        line,
        PlanFailure.unknown(
          Text("\(key.name.french) : réponse inconnue", "\(key.name.english): unknown answer"),
          value.text, expected: PlanFailure.expected(key), near: near(key, value.text)))
    }
  }

  /// The answer of a closed list that was meant.
  private func near(_ key: PlanVocabulary.Key, _ text: String) -> Text? {
    func near(_ names: [Text]) -> Text? {
      Nearby.name(to: text, among: names.map { ($0, [$0.french, $0.english]) })
    }
    return switch key {
    case .pathway: near(PlanLists.pathway.names)
    case .audience: near(PlanLists.audience.names)
    case .mode: near(PlanLists.mode.names)
    case .award: near(PlanVocabulary.awards.names)
    case .candidacies: near(PlanVocabulary.candidacies.names)
    case .enrolment, .summons, .certificate: near([PlanVocabulary.sessionDay.only])
    case .session: near([PlanVocabulary.fromHeading.only])
    case .tabs, .headerRow, .leftOutRows, .certification, .threshold, .reason: nil
    }
  }

  /// Takes an answer in; false if it is none.
  private mutating func take(_ key: PlanVocabulary.Key, _ value: PlanPhrase) -> Bool {
    let text = value.text
    switch key {
    case .tabs:
      let names = value.split(on: "|")
      if names.contains(where: \.isEmpty) { return false }
      let isAll = names.count == 1 && !value.isQuoted && PlanVocabulary.allTabs.has(value.raw)
      plan.tabs = isAll ? [] : names.map(\.text)
    case .headerRow:
      guard let range = PlanRows.range(text), range.count == 1 else { return false }
      plan.headerRow = range.lowerBound
    case .leftOutRows:
      guard let rows = PlanRows.rows(text) else { return false }
      plan.leftOutRows = rows
    case .certification: plan.certification = answer(value) { CertificationCode(planned: $0) }
    case .pathway:
      plan.pathway = answer(value) { PlanLists.pathway.value(of: $0).flatMap(Pathway.init) }
    case .audience:
      plan.audience = answer(value) { PlanLists.audience.value(of: $0).flatMap(Audience.init) }
    case .session: return takeSession(value)
    case .enrolment: plan.enrolment = answer(value) { PlanDay.stated($0) }
    case .summons: plan.summons = answer(value) { PlanDay.stated($0) }
    case .award:
      guard let rule = PlanVocabulary.awards.value(of: text) else { return false }
      plan.awards = rule
    case .certificate: plan.certificate = answer(value) { PlanDay.stated($0) }
    case .mode:
      plan.sessionMode = answer(value) { PlanLists.mode.value(of: $0).flatMap(SessionMode.init) }
    case .threshold: plan.threshold = answer(value) { Mark(planned: $0) }
    case .candidacies:
      guard let rule = PlanVocabulary.candidacies.value(of: text) else { return false }
      plan.candidacies = rule
    case .reason: plan.reason = text == PlanVocabulary.open && !value.isQuoted ? "" : text
    }
    return isTaken(key)
  }

  /// Whether the plan has an answer to a key that it may have none of.
  private func isTaken(_ key: PlanVocabulary.Key) -> Bool {
    switch key {
    case .certification: plan.certification != nil
    case .pathway: plan.pathway != nil
    case .audience: plan.audience != nil
    case .enrolment: plan.enrolment != nil
    case .summons: plan.summons != nil
    case .certificate: plan.certificate != nil
    case .mode: plan.sessionMode != nil
    case .threshold: plan.threshold != nil
    case .tabs, .headerRow, .leftOutRows, .session, .award, .candidacies, .reason: true
    }
  }

  /// A day, `titre`, or `titre, sinon` and a day.
  private mutating func takeSession(_ value: PlanPhrase) -> Bool {
    if PlanVocabulary.fromHeading.has(value.text) {
      plan.sectionsAreSessions = true
      return true
    }
    if let (heading, rest) = value.split(atFirst: ","), PlanVocabulary.fromHeading.has(heading.raw),
      PlanVocabulary.otherwise.has(rest.words.first?.raw ?? "")
    {
      plan.sectionsAreSessions = true
      plan.session = answer(rest.dropping(words: 1)) { PlanDay.day($0) }
    } else {
      plan.session = answer(value) { PlanDay.day($0) }
    }
    return plan.session != nil
  }

  private func answer<Value>(_ value: PlanPhrase, _ read: (String) -> Value?) -> PlanAnswer<Value>?
  {
    if value.raw == PlanVocabulary.open { return .open }
    return read(value.text).map { .given($0) }
  }
}
