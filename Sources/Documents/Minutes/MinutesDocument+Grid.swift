internal import AcquisLedger
public import Events
internal import Projections

extension MinutesDocument {
  /// One row for each candidate of a certification, one column for each block.
  @HTMLBuilder func grid(of certification: CertificationCode) -> HTML {
    let candidates = proceedings.candidates.filter {
      proceedings.certification(of: $0) == certification
    }
    let blocks = blocks(of: certification, candidates)
    if proceedings.certifications.count > 1, !candidates.isEmpty {
      HTML("p") { HTML("strong", text: certification.text) }
    }
    if candidates.isEmpty, proceedings.candidates.isEmpty {
      languages.html("p", Text("Aucun candidat convoqué.", "No candidate summoned."))
    } else if !candidates.isEmpty {
      HTML("table", class: "grid") {
        HTML("thead") {
          HTML("tr") {
            languages.html("th", class: "who", Text("Candidat", "Candidate"))
            for block in blocks {
              HTML("th", class: "mark", text: block.short(in: certification))
            }
            languages.html("th", Text("Décision", "Decision"))
            languages.html("th", class: "notes", Text("Observations", "Observations"))
          }
        }
        HTML("tbody") { for candidate in candidates { row(of: candidate, blocks) } }
      }
    }
  }

  /// The framework's blocks, and any other that the jury decided on.
  public func blocks(
    of certification: CertificationCode, _ candidates: [JuryCandidate]
  ) -> [BlockCode] {
    let own = proceedings.frameworks[certification]?.blocks.elements.map(\.code) ?? []
    let decided = candidates.flatMap { $0.register.decisions.map(\.block) }
    return own + Set(decided).subtracting(own).sorted { $0.text < $1.text }
  }

  private func row(of candidate: JuryCandidate, _ blocks: [BlockCode]) -> HTML {
    HTML("tr") {
      HTML("td") {
        HTML(text: candidate.name.text)
        if candidate.identity.value != nil {
          HTML("div", class: "small", text: candidate.candidacy.text)
        }
      }
      for block in blocks { HTML("td", class: "mark") { marks(of: candidate, block) } }
      HTML("td") { languages.html(candidate.outcomeText) }
      HTML("td", class: "small") {
        for note in observations(on: candidate) { HTML("div") { languages.html(note) } }
      }
    }
  }

  /// `V`, `NV` or `–`; a decision that is no longer in force is struck.
  private func marks(of candidate: JuryCandidate, _ block: BlockCode) -> HTML {
    let decisions = candidate.register.decisions.filter { $0.block == block }
    if decisions.isEmpty { return HTML(text: "–") }
    let marks = decisions.map { decision in
      let mark = decision.verdict == .validated ? "V" : "NV"
      return decision.isInForce ? HTML("strong", text: mark) : HTML("s", text: mark)
    }
    return HTML.joined(marks.enumerated().flatMap { $0 == 0 ? [$1] : [HTML(text: " "), $1] })
  }

  var legend: HTML {
    languages.html(
      "p", class: "note",
      Text(
        "V : bloc validé. NV : bloc non validé. – : bloc non présenté. Barré : décision qui ne compte plus.",
        "V: block validated. NV: block not validated. –: block not presented. Struck: a decision that no"
          + " longer counts."))
  }

  /// How many candidates, by what the session decided.
  var counts: HTML {
    let outcomes = proceedings.candidates.map(\.outcome)
    func number(_ isCounted: (SessionOutcome) -> Bool) -> Int { outcomes.count(where: isCounted) }
    let withdrawn = number { $0 == .withdrawn }
    let absent = number { if case .absent = $0 { true } else { false } }
    let undecided = number { $0 == .undecided }
    let summoned = outcomes.count - withdrawn
    let parts: [Text] =
      [
        .count(
          summoned, Text("candidat convoqué", "candidate summoned"),
          Text("candidats convoqués", "candidates summoned")),
        .count(
          summoned - absent - undecided, Text("présenté", "presented"),
          Text("présentés", "presented")),
        .count(
          number { $0 == .certification }, Text("certifié", "certified"),
          Text("certifiés", "certified")),
        .count(
          number { $0 == .partial }, Text("partiel", "partial"), Text("partiels", "partial")),
        .count(
          number { $0 == .refused }, Text("refusé", "refused"), Text("refusés", "refused")),
        .count(absent, Text("absent", "absent"), Text("absents", "absent")),
      ]
      + [
        (
          number { $0 == .overturned },
          Text("dont les décisions ne comptent plus", "whose decisions no longer count")
        ),
        (undecided, Text("sans décision à ce jour", "not decided yet")),
        (
          withdrawn,
          Text("dont la convocation est annulée", "whose summons was withdrawn")
        ),
      ].filter { $0.0 > 0 }.map { .count($0.0, $0.1, $0.1) }
    let sentence = parts.joined(separator: ", ")
    return HTML("p") {
      HTML("strong") { languages.html(Text(sentence.french + ".", sentence.english + ".")) }
    }
  }
}

extension JuryCandidate {
  /// What the session decided, in words.
  public var outcomeText: Text {
    switch outcome {
    case .certification: return Text("certification", "certification")
    case .partial: return Text("certification partielle", "partial certification")
    case .refused: return Text("refus", "refusal")
    case .overturned: return Text("décisions sans effet", "decisions without effect")
    case .undecided: return Text("sans décision", "not decided")
    case .withdrawn: return Text("convocation annulée", "summons withdrawn")
    case .absent(let isExcused):
      let ending = identity.value?.sex == .female ? "e" : ""
      return isExcused
        ? Text("absent\(ending), excusé\(ending)", "absent, excused")
        : Text("absent\(ending), non excusé\(ending)", "absent, not excused")
    }
  }
}
