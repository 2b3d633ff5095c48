internal import AcquisLedger
internal import Events
internal import Rules
internal import StateFlow

/// What an answer to a flow says, in counts and by passage.
struct FlowAnswerText {
  private let matched: MatchedAnswer

  init(_ matched: MatchedAnswer) { self.matched = matched }

  /// The most unknown passages that are told; the others are counted.
  private static let mostTold = 50

  var heading: Text {
    let (flow, number) = (matched.answer.flow, Shown.onOneLine(matched.answer.treatment))
    return Text(
      "réponse de la Caisse des Dépôts au flux \(flow), traitement \(number)",
      "answer of the Caisse des Dépôts to flow \(flow), treatment \(number)")
  }

  /// What a trial run would record.
  static func tried(_ count: Int) -> Text {
    Text.count(
      count, Text("entrée serait ajoutée", "event would be added"),
      Text("entrées seraient ajoutées", "events would be added"))
  }

  private func count(_ outcome: AnsweredPassage.Outcome) -> Int {
    matched.passages.count { $0.answered.outcome == outcome }
  }

  private var unchanged: Int { matched.passages.count { !$0.isNew } }

  /// The counts, what is unknown, what is still without an answer.
  var lines: [Text] {
    let (accepted, before, rejected) = (
      count(.accepted), count(.acceptedBefore), count(.rejected)
    )
    var counts: [Text] = []
    if accepted > 0 || before == 0 {
      counts.append(
        Text.count(
          accepted, Text("déclaration acceptée", "declaration accepted"),
          Text("déclarations acceptées", "declarations accepted"),
          none: Text("aucune déclaration acceptée", "0 declarations accepted")))
    }
    if before > 0 {
      counts.append(
        Text.count(
          before,
          Text(
            "déclaration déjà connue de la Caisse des Dépôts, donc acceptée",
            "declaration known there already: accepted"),
          Text(
            "déclarations déjà connues de la Caisse des Dépôts, donc acceptées",
            "declarations known there already: accepted")))
    }
    counts.append(
      Text.count(
        rejected, Text("rejetée", "rejected"), Text("rejetées", "rejected"),
        none: Text("aucune rejetée", "0 rejected")))
    return [counts.joined(separator: ", ")] + recordedBefore + madeAnew + unknown + unanswered
  }

  private var recordedBefore: [Text] {
    if unchanged == 0 { return [] }
    let annulled = matched.passages.count(where: \.isAnnulled)
    let text = Text.count(
      unchanged, Text("réponse déjà enregistrée", "answer recorded already"),
      Text("réponses déjà enregistrées", "answers recorded already"))
    if annulled == 0 { return [text] }
    return [
      Text(
        "\(text.french), dont \(annulled) annulée\(annulled < 2 ? "" : "s") depuis",
        "\(text.english), \(annulled) of them annulled since")
    ]
  }

  private var madeAnew: [Text] {
    Self.list(
      matched.madeAnew,
      Text(
        "passage d’une délivrance annulée, puis refaite après le dépôt : il ne vaut pas pour la nouvelle, qui reste à déclarer ; rien n’est enregistré pour lui :",
        "passage of an award that was annulled, and made anew after the deposit: it does not count for the new one, which is still to be declared; nothing is recorded for it:"
      ),
      Text(
        "passages de délivrances annulées, puis refaites après le dépôt : ils ne valent pas pour les nouvelles, qui restent à déclarer ; rien n’est enregistré pour eux :",
        "passages of awards that were annulled, and made anew after the deposit: they do not count for the new ones, which are still to be declared; nothing is recorded for them:"
      ))
  }

  private var unknown: [Text] {
    Self.list(
      matched.unknown,
      Text(
        "passage que ce registre n’a pas déposé dans ce flux, ou dont le dépôt est annulé ; rien n’est enregistré pour lui :",
        "passage that this ledger did not deposit in that flow, or whose deposit is annulled; nothing is recorded for it:"
      ),
      Text(
        "passages que ce registre n’a pas déposés dans ce flux, ou dont le dépôt est annulé ; rien n’est enregistré pour eux :",
        "passages that this ledger did not deposit in that flow, or whose deposit is annulled; nothing is recorded for them:"
      ))
  }

  /// Passages under a heading that begins with their number, each with its line; none if there are none.
  private static func list(_ all: [AnsweredPassage], _ one: Text, _ several: Text) -> [Text] {
    if all.isEmpty { return [] }
    let head = Text.count(all.count, one, several)
    let told = all.prefix(mostTold).map { passage in
      let id = id(of: passage)
      return Text(
        "  ligne \(passage.line) : \(id.french)", "  line \(passage.line): \(id.english)")
    }
    let others = all.count - told.count
    if others == 0 { return [head] + told }
    return [head] + told + [
      Text(
        others == 1 ? "  et 1 autre" : "  et \(others) autres",
        others == 1 ? "  and 1 other" : "  and \(others) others")
    ]
  }

  /// A text that has not the form of an id may be anything, and is not repeated.
  private static func id(of passage: AnsweredPassage) -> Text {
    passage.shownID.map { Text(verbatim: $0) }
      ?? Text("(un texte qui n’est pas un identifiant)", "(a text that is no id)")
  }

  private var unanswered: [Text] {
    let count = matched.unanswered.count
    if count == 0 { return [] }
    return [
      Text.count(
        count,
        Text(
          "délivrance de ce flux reste sans réponse", "award of that flow remains without an answer"
        ),
        Text(
          "délivrances de ce flux restent sans réponse",
          "awards of that flow remain without an answer"))
    ]
  }

  /// The members of the JSON answer before the positions.
  var members: [JSONMember] {
    [
      JSONMember("flow", .string(matched.answer.flow.text)),
      JSONMember("treatment", .string(matched.answer.treatment)),
      JSONMember("accepted", .integer(count(.accepted))),
      JSONMember("rejected", .integer(count(.rejected))),
      JSONMember("already", .integer(count(.acceptedBefore))),
      JSONMember("unchanged", .integer(unchanged)),
      JSONMember("unknown", .list(matched.unknown.map { .string(Self.id(of: $0).english) })),
      JSONMember(
        "madeAnew", .list(matched.madeAnew.map { .string(Self.id(of: $0).english) })),
      JSONMember("unanswered", .integer(matched.unanswered.count)),
    ]
  }

  // MARK: Refusals

  static func altered(_ passage: MatchedAnswer.Passage, _ answer: FlowAnswer) -> Text {
    let (candidacy, number) = (passage.deposit.candidacy, Shown.onOneLine(answer.treatment))
    return Text(
      "le traitement \(number) du flux \(answer.flow) est déjà enregistré avec une autre réponse pour \(candidacy) (entrée \(passage.entry)) ; ce fichier a été modifié, ou porte le numéro d’un autre",
      "treatment \(number) of flow \(answer.flow) is recorded already with another answer for \(candidacy) (entry \(passage.entry)); this file was altered, or has the number of another one"
    )
  }

  /// A refusal by R23.
  struct BeforeDeposit {
    let text: Text
    let json: JSONValue
  }

  static func beforeDeposit(
    _ passage: MatchedAnswer.Passage, _ flow: FlowID, on day: CalendarDate
  ) -> BeforeDeposit {
    let source = RuleBook.rule(RuleID(number: 23))?.source ?? Text("—", "—")
    let (candidacy, deposited) = (passage.deposit.candidacy, passage.deposit.on)
    let message = Text(
      "le flux \(flow) a été déposé pour \(candidacy) le \(deposited.text.french), après le \(day.text.french)",
      "flow \(flow) was deposited for \(candidacy) on \(deposited), after \(day)")
    let remedy = Text(
      "le jour de la réponse, ce jour-là ou après (`--on \(deposited)`)",
      "the day of the answer, that day or later (`--on \(deposited)`)")
    return BeforeDeposit(
      text: Text(
        "  R23 : \(message.french)\n       source : \(source.french)\n       il faut : \(remedy.french)",
        "  R23: \(message.english)\n       source: \(source.english)\n       needed: \(remedy.english)"
      ),
      json: [
        "rule": "R23", "source": .string(source.english), "message": .string(message.english),
        "remedy": .string(remedy.english),
      ])
  }
}
