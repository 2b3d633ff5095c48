internal import AcquisLedger
internal import Events

extension ImportPlan {
  /// The plan with whole codes: `38052` becomes `RNCP38052`, `décision sur BC01` that on `RNCP38052BC01`.
  ///
  /// A short block code that several certifications have stays where no answer says which one.
  ///
  /// - Throws: ``PlanFailure`` with every certification and block that the ledger does not know, or that
  ///   could be several, and with what columns cannot be together: two of one field, two that decide one block at
  ///   one session, none with a name.
  public func resolved(by frameworks: KnownFrameworks) throws(PlanFailure) -> ImportPlan {
    var resolving = PlanResolving(self, frameworks)
    resolving.resolve()
    let problems = resolving.problems + PlanCheck.problems(of: resolving.plan)
    guard problems.isEmpty else { throw PlanFailure(problems.sorted { $0.line < $1.line }) }
    return resolving.plan
  }
}

/// Completes the codes of a plan, and collects what is wrong in them.
struct PlanResolving {
  private(set) var plan: ImportPlan
  private let frameworks: [KnownFrameworks.Framework]
  /// Those that rows of the sheet can be of.
  private var possible: [KnownFrameworks.Framework] = []
  private(set) var problems: [PlanFailure.Problem] = []

  init(_ plan: ImportPlan, _ frameworks: KnownFrameworks) {
    self.plan = plan
    self.frameworks = frameworks.frameworks
  }

  mutating func resolve() {
    resolveCertifications()
    for index in plan.columns.indices {
      if let block = plan.columns[index].field.block {
        let whole = code(block.text, plan.lines.column(index), plan.columns[index].heading)
        if let whole { plan.columns[index].field = plan.columns[index].field.on(whole) }
      }
      for word in plan.columns[index].words.indices {
        guard case .block(let text) = plan.columns[index].words[word].meaning else { continue }
        let whole = code(text, plan.lines.word(word, of: index), plan.columns[index].heading)
        if let whole { plan.columns[index].words[word].meaning = .block(whole.text) }
      }
    }
  }

  private mutating func resolveCertifications() {
    var named: Set<CertificationCode> = []
    if case .given(let code) = plan.certification {
      let whole = certification(code, plan.lines.certification ?? 0)
      plan.certification = .given(whole)
      named.insert(whole)
    }
    for index in plan.columns.indices {
      for word in plan.columns[index].words.indices {
        guard case .certification(let code) = plan.columns[index].words[word].meaning else {
          continue
        }
        let whole = certification(code, plan.lines.word(word, of: index))
        plan.columns[index].words[word].meaning = .certification(whole)
        named.insert(whole)
      }
    }
    let known = frameworks.filter { named.contains($0.certification) }
    possible = known.isEmpty ? frameworks : known
  }

  /// The whole code of a certification; itself, and a problem, if the ledger has no such one.
  private mutating func certification(_ code: CertificationCode, _ line: Int) -> CertificationCode {
    let codes = frameworks.map(\.certification.text)
    switch ShortCode(code.text).match(among: codes) {
    case .one(let whole): return (try? CertificationCode(whole)) ?? code
    case .several(let several): add(line, ambiguous(code.text, several))
    case .none:
      if let whole = CertificationNumber.match(code.text, among: frameworks) { return whole }
      add(
        line,
        codes.isEmpty
          ? Text("le registre n’a aucune certification", "the ledger has no certification")
          : PlanFailure.unknown(
            Text(
              "le registre ne connaît pas la certification",
              "the ledger does not know certification"),
            code.text, expected: PlanFailure.listed(codes.map { Text(verbatim: $0) }),
            near: near(code.text, codes)))
    }
    return code
  }

  /// The whole code of a block; nil to leave it as it is.
  private mutating func code(_ text: String, _ line: Int, _ heading: String) -> BlockCode? {
    var found: [String] = []
    for framework in possible {
      let codes = framework.blocks.map(\.code.text)
      switch ShortCode(text).match(among: codes) {
      case .one(let whole): found.append(whole)
      case .several(let several):
        add(line, ambiguous(text, several).of(column: heading))
        return nil
      case .none: continue
      }
    }
    if found.count > 1 { return nil }
    if let only = found.first { return try? BlockCode(only) }
    // Where rows say their certification, they may be of any.
    let isOfAny =
      plan.has(.certification)
      && frameworks.flatMap(\.blocks).contains {
        $0.code.text == text
      }
    if isOfAny { return nil }
    let codes = possible.flatMap(\.blocks).map(\.code.text)
    if codes.isEmpty { return nil }
    let names = PlanFailure.listed(possible.map { Text(verbatim: $0.certification.text) })
    add(
      line,
      PlanFailure.unknown(
        Text(
          "aucun bloc de \(names.french) n’a le code", "no block of \(names.english) has the code"),
        text, expected: PlanFailure.listed(codes.map { Text(verbatim: $0) }),
        near: near(text, codes)
      ).of(column: heading))
    return nil
  }

  private mutating func add(_ line: Int, _ text: Text) {
    problems.append(PlanFailure.Problem(line: line, text))
  }

  private func ambiguous(_ typed: String, _ codes: [String]) -> Text {
    let shown = PlanFailure.listed(codes.map { Text(verbatim: $0) })
    return Text(
      "« \(typed) » peut être \(shown.french)", "\"\(typed)\" may be \(shown.english)")
  }

  private func near(_ text: String, _ codes: [String]) -> Text? {
    Nearest.words(to: text, among: codes).first.map { Text(verbatim: $0) }
  }
}

extension Text {
  /// This text with a column's heading before it.
  fileprivate func of(column heading: String) -> Text {
    let heading = Shown.word(PlanQuote.onOneLine(heading))
    return Text(
      "colonne « \(heading) » : \(french)", "column \"\(heading)\": \(english)")
  }
}
