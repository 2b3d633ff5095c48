internal import Events

// From the jury's convening to what becomes of its decisions.

extension TypeGuide {
  static let juryConvened = TypeGuide(
    Text(
      "Constitue un jury pour une session : certification, jour, composition.",
      "Convenes a jury for one session: certification, day, composition."),
    TypeExample(
      on: "2026-05-18",
      [
        "jury=J-2026-001", "certification=RNCP38052", "sessionOn=2026-06-18", "mode=onSite",
        "members=M1:president,M2:humanResources,M3:operations",
      ]),
    next: [.candidateSummoned])

  static let juryRescheduled = TypeGuide(
    Text(
      "Reporte la session d’un jury qui n’a pas encore siégé.",
      "Moves the session of a jury that has not sat yet."),
    TypeExample(on: "2026-06-01", ["jury=J-2026-001", "sessionOn=2026-06-25"]),
    next: [.juryHeld])

  static let juryCancelled = TypeGuide(
    Text(
      "Décommande la session d’un jury qui n’a pas siégé.",
      "Cancels the session of a jury that has not sat."),
    TypeExample(
      on: "2026-06-01",
      ["jury=J-2026-001", .text("grounds", Text("salle indisponible", "no room available"))]),
    next: [.juryConvened])

  static let juryAnnulled = TypeGuide(
    Text(
      "Annule un jury qui a siégé : ses décisions ne comptent plus.",
      "Annuls a jury that has sat: its decisions count no more."),
    TypeExample(
      on: "2026-09-01",
      [
        "jury=J-2026-001",
        .text("grounds", Text("composition irrégulière", "irregular composition")),
      ]),
    next: [.juryConvened])

  static let juryMemberAdded = TypeGuide(
    Text("Ajoute un membre à un jury.", "Adds a member to a jury."),
    TypeExample(
      on: "2026-06-01", ["jury=J-2026-001", "by.member=M4", "by.role=operations"]),
    next: [.candidateSummoned, .juryHeld])

  static let juryMemberReplaced = TypeGuide(
    Text(
      "Remplace un membre d’un jury par un autre.", "Replaces a member of a jury by another."),
    TypeExample(
      on: "2026-06-01",
      ["jury=J-2026-001", "member=M3", "by.member=M4", "by.role=operations"]),
    next: [.juryHeld])

  static let juryMemberRecused = TypeGuide(
    Text(
      "Récuse un membre du jury pour un candidat : il ne siège pas pour lui.",
      "Recuses a member of the jury for one candidate: they do not sit for them."),
    TypeExample(
      on: "2026-06-18", ["jury=J-2026-001", "member=M3", "candidacy=D-2026-001"]),
    next: [.juryMemberAdded, .blockValidated, .blockRefused])

  static let candidateSummoned = TypeGuide(
    Text(
      "Convoque un candidat devant un jury ; plusieurs candidatures à la fois, séparées par des virgules.",
      "Summons a candidate to a jury; several candidacies at once, separated by commas."),
    TypeExample(on: "2026-05-18", ["jury=J-2026-001", "candidacy=D-2026-001"]),
    next: [.juryHeld, .candidateAbsent],
    note: Text(
      "`acquis letters` rédige les convocations.", "`acquis letters` writes the summonses."))

  static let summonsWithdrawn = TypeGuide(
    Text(
      "Annule une convocation : le candidat ne se présente plus à ce jury.",
      "Withdraws a summons: the candidate no longer appears before this jury."),
    TypeExample(on: "2026-06-01", ["jury=J-2026-001", "candidacy=D-2026-001"]),
    next: [.candidateSummoned])

  static let resultNotified = TypeGuide(
    Text(
      "Enregistre le jour où le résultat du jury a été envoyé au candidat.",
      "Records the day the jury’s result was sent to the candidate."),
    TypeExample(on: "2026-06-23", ["jury=J-2026-001", "candidacy=D-2026-001"]),
    next: [.certificationAwarded, .partialCertificateIssued, .decisionAppealed],
    note: Text(
      "`acquis letters` rédige les résultats, et peut les enregistrer comme notifiés.",
      "`acquis letters` writes the results, and can record them as notified."))

  static let candidateAbsent = TypeGuide(
    Text(
      "Enregistre qu’un candidat convoqué ne s’est pas présenté.",
      "Records that a candidate who was summoned did not appear."),
    TypeExample(
      on: "2026-06-18", ["jury=J-2026-001", "candidacy=D-2026-001", "excused=true"]),
    next: [.candidateSummoned])

  static let juryHeld = TypeGuide(
    Text(
      "Enregistre que le jury a siégé, et qui était présent.",
      "Records that the jury sat, and who was present."),
    TypeExample(on: "2026-06-18", ["jury=J-2026-001", "present=M1,M2,M3"]),
    next: [.blockValidated, .blockRefused, .candidateAbsent, .juryDeliberated])

  static let blockValidated = TypeGuide(
    Text(
      "Enregistre que le jury valide un bloc ; plusieurs à la fois, séparés par des virgules.",
      "Records that the jury validates a block; several at once, separated by commas."),
    TypeExample(
      on: "2026-06-18", ["jury=J-2026-001", "candidacy=D-2026-001", "block=BC02"]),
    next: [.juryDeliberated, .resultNotified, .certificationAwarded])

  static let blockRefused = TypeGuide(
    Text(
      "Enregistre que le jury refuse un bloc, et pourquoi.",
      "Records that the jury refuses a block, and why."),
    TypeExample(
      on: "2026-06-18",
      [
        "jury=J-2026-001", "candidacy=D-2026-001", "block=BC03",
        .text("grounds", Text("preuves insuffisantes", "not enough evidence")),
      ]),
    next: [.juryRecommended, .juryDeliberated, .resultNotified])

  static let juryRecommended = TypeGuide(
    Text(
      "Enregistre ce que le jury recommande à un candidat.",
      "Records what the jury recommends to a candidate."),
    TypeExample(
      on: "2026-06-18",
      [
        "jury=J-2026-001", "candidacy=D-2026-001",
        .text(
          "recommendation", Text("reprendre le bloc 3 à l’automne", "take block 3 again in autumn")
        ),
      ]),
    next: [.juryDeliberated, .resultNotified])

  static let juryDeliberated = TypeGuide(
    Text(
      "Enregistre que le procès-verbal est signé : les décisions sont rendues.",
      "Records that the minutes are signed: the decisions are made."),
    TypeExample(on: "2026-06-18", ["jury=J-2026-001", "minutes=PV-2026-001"]),
    next: [.resultNotified, .certificationAwarded],
    note: Text(
      "`acquis minutes` imprime le procès-verbal.", "`acquis minutes` prints the minutes."))

  static let juryDecisionRevoked = TypeGuide(
    Text(
      "Révoque une décision du jury sur un bloc : elle ne compte plus.",
      "Revokes a jury’s decision on a block: it counts no more."),
    TypeExample(
      on: "2026-09-01",
      [
        "jury=J-2026-001", "candidacy=D-2026-001", "block=BC02",
        .text("grounds", Text("fraude établie", "fraud proven")),
      ]),
    next: [.certificationRevoked, .candidateSummoned])

  static let decisionAppealed = TypeGuide(
    Text(
      "Enregistre le recours d’un candidat contre la décision du jury sur un bloc.",
      "Records a candidate’s appeal against the jury’s decision on a block."),
    TypeExample(
      on: "2026-07-01", ["jury=J-2026-001", "candidacy=D-2026-001", "block=BC03"]),
    next: [.appealDecided])

  static let appealDecided = TypeGuide(
    Text(
      "Enregistre l’issue d’un recours : la décision est maintenue ou annulée.",
      "Records the outcome of an appeal: the decision remains in force or is overturned."),
    TypeExample(
      on: "2026-09-01",
      ["jury=J-2026-001", "candidacy=D-2026-001", "block=BC03", "outcome=falls"]),
    next: [.candidateSummoned])

  static let juryMemberIdentityErased = TypeGuide(
    Text(
      "Constate qu’à la demande d’un membre du jury, sa clé a été détruite : son nom ne se lit plus.",
      "Records that a jury member’s key was destroyed at their request: their name is gone."),
    TypeExample(
      command: "erase --member M1",
      reason: Text("demande du 3 février 2026", "request of 3 February 2026")),
    note: Text(
      "Ne s’enregistre pas à la main : `acquis erase --member` détruit la clé, puis l’enregistre.",
      "Not recorded by hand: `acquis erase --member` destroys the key, then records it."))
}
