internal import Events
internal import Projections

/// A paper of a jury, and what the jury's register holds by that day: what R24 compares.
struct JuryPapers {
  let jury: JuryID
  let register: JuryRegister
  /// The days last planned by the day of the entry.
  let session: SessionDays
  let entry: Entry
}

// MARK: The session

extension JuryPapers {
  /// The violation of a summons, a sitting or a new day after the jury was cancelled or annulled.
  func ended() -> Violation? {
    let another = Text("un autre jury", "another jury")
    if register.isAnnulled(before: entry.moment) {
      return Violation(
        Text("le jury \(jury) a été annulé", "jury \(jury) was annulled"), remedy: another)
    }
    if register.isCancelled(before: entry.moment) {
      return Violation(
        Text(
          "la session du jury \(jury) a été décommandée",
          "the session of jury \(jury) was cancelled"),
        remedy: another)
    }
    return nil
  }

  /// The violation of a new day or a cancellation of a jury that has sat.
  func alreadyHeld() -> Violation? {
    guard let sitting = register.sitting(before: entry.moment) else { return nil }
    return Violation(
      Text(
        "le jury \(jury) a siégé le \(sitting.heldOn.text.french)",
        "jury \(jury) sat on \(sitting.heldOn)"),
      remedy: Text(
        "l’annulation du jury (JuryAnnulled) si ses décisions ne comptent plus, ou la correction de l’entrée fausse",
        "the jury annulled (JuryAnnulled) if its decisions count no more, or a correction of the wrong entry"
      ))
  }

  func notHeld() -> Violation? {
    if register.sitting != nil { return nil }
    return Violation(
      Text(
        "le jury \(jury) n’a pas encore siégé le \(entry.day.text.french)",
        "jury \(jury) has not sat by \(entry.day)"),
      remedy: Text(
        "la session du jury (JuryHeld) ce jour-là ou avant",
        "the jury held (JuryHeld) on or before that day"))
  }

  func annulledTwice() -> Violation? {
    guard register.isAnnulled(before: entry.moment) else { return nil }
    return Violation(
      Text("le jury \(jury) a déjà été annulé", "jury \(jury) was annulled already"),
      remedy: Text("rien de plus à enregistrer", "no other entry"))
  }

  func notOnItsDays() -> Violation? {
    if session.contains(entry.day) { return nil }
    let days =
      session.first == session.last
      ? Text("pour le \(session.first.text.french)", "for \(session.first)")
      : Text(
        "du \(session.first.text.french) au \(session.last.text.french)",
        "from \(session.first) to \(session.last)")
    return Violation(
      Text(
        "le jury \(jury) siégerait le \(entry.day.text.french), alors que sa session est prévue \(days.french)",
        "jury \(jury) would sit on \(entry.day), its session is planned \(days.english)"),
      remedy: Text(
        "un jour de sa session, ou d’abord le report de celle-ci (JuryRescheduled)",
        "a day of its session, or first a new day for it (JuryRescheduled)"))
  }

  func heldTwice() -> Violation? {
    guard let sitting = register.sitting(on: entry.day, before: entry.moment) else { return nil }
    return Violation(
      Text(
        "la séance du jury \(jury) du \(entry.day.text.french) est déjà enregistrée (position \(sitting.position))",
        "the sitting of jury \(jury) on \(entry.day) is recorded already (position \(sitting.position))"
      ),
      remedy: Text(
        "la correction de cette entrée si elle est fausse",
        "a correction of that entry if it is wrong"))
  }

  /// The violation of a sitting that states no presence although the jury's members are known.
  func presenceLeftOut(_ data: JuryHeld) -> Violation? {
    if data.present != nil || register.isCompositionUnknown { return nil }
    return Violation(
      Text(
        "les présents ne sont pas indiqués, alors que la composition du jury \(jury) est connue",
        "those present are not stated, although the composition of jury \(jury) is known"),
      remedy: Text("les membres présents (`present=…`)", "the members present (present=…)"))
  }

  func deliberatedTwice() -> Violation? {
    guard let minutes = register.minutes(before: entry.moment) else { return nil }
    return Violation(
      Text(
        "le jury \(jury) a déjà délibéré (position \(minutes.position))",
        "jury \(jury) has deliberated already (position \(minutes.position))"),
      remedy: Text(
        "la correction de cette entrée si elle est fausse",
        "a correction of that entry if it is wrong"))
  }

  func alreadyMember(_ member: MemberID) -> Violation? {
    guard register.isMember(member, before: entry.moment) else { return nil }
    return Violation(
      Text("\(member) est déjà membre du jury \(jury)", "\(member) is already in jury \(jury)"),
      remedy: Text("un autre membre", "another member"))
  }
}

// MARK: Candidacies

extension JuryPapers {
  /// The violation of a summons of a candidacy for an unrelated certification.
  func foreign(_ candidacy: CandidacyID, _ state: JudgingState) -> Violation? {
    guard let own = state.enrolment(of: candidacy)?.certification,
      let other = register.certification, !state.isVersion(other, of: own)
    else { return nil }
    return Violation(
      Text(
        "\(candidacy) est une candidature à \(own), le jury \(jury) est un jury de \(other)",
        "\(candidacy) is for \(own), jury \(jury) is a jury of \(other)"),
      remedy: Text("un jury de \(own)", "a jury of \(own)"))
  }

  func summonedLate(_ candidacy: CandidacyID) -> Violation? {
    guard session.last < entry.day else { return nil }
    return Violation(
      Text(
        "\(candidacy) serait convoquée le \(entry.day.text.french), après la session du jury \(jury) (dernier jour : \(session.last.text.french))",
        "\(candidacy) would be summoned on \(entry.day), after the session of jury \(jury) (last day: \(session.last))"
      ),
      remedy: Text(
        "une convocation au plus tard le \(session.last.text.french), ou à un autre jury",
        "a summons by \(session.last), or to another jury"))
  }

  func summonedAfterAbsence(_ candidacy: CandidacyID) -> Violation? {
    guard register.wasAbsent(candidacy, before: entry.moment) else { return nil }
    return Violation(
      Text(
        "le candidat de \(candidacy) était absent de ce jury",
        "the candidate of \(candidacy) was absent from this jury"),
      remedy: Text("une convocation à un autre jury", "a summons to another jury"))
  }

  func notSummoned(_ candidacy: CandidacyID) -> Violation? {
    if register.standingSummons(of: candidacy, before: entry.moment) != nil { return nil }
    return Violation(
      Text(
        "aucune convocation de \(candidacy) devant le jury \(jury) n’est en vigueur",
        "no summons of \(candidacy) to jury \(jury) is in force"),
      remedy: Text(
        "une convocation (CandidateSummoned) ce jour-là ou avant",
        "a summons (CandidateSummoned) on or before that day"))
  }

  func absentEarly(_ candidacy: CandidacyID) -> Violation? {
    guard entry.day < session.first else { return nil }
    return Violation(
      Text(
        "le candidat de \(candidacy) serait absent le \(entry.day.text.french), avant la session du \(session.first.text.french)",
        "the candidate of \(candidacy) would be absent on \(entry.day), before the session of \(session.first)"
      ),
      remedy: Text(
        "l’absence, un jour de la session, ou le retrait de la convocation (SummonsWithdrawn)",
        "the absence on a day of the session, or the summons withdrawn (SummonsWithdrawn)"))
  }

  func absentAndDecided(_ candidacy: CandidacyID, _ state: JudgingState) -> Violation? {
    let decision = state.record(of: candidacy)?.decisions.all
      .first { $0.jury == jury && $0.isInForce }
    guard let decision else { return nil }
    return Violation(
      Text(
        "une décision du jury \(jury) sur \(candidacy) est en vigueur (position \(decision.position))",
        "a decision of jury \(jury) on \(candidacy) is in force (position \(decision.position))"),
      remedy: Text(
        "la correction de l’absence ou de la décision, selon celle qui est fausse",
        "the absence or the decision: the one that is wrong is corrected"))
  }

  /// The violation of a result or a recommendation for a candidacy that the jury never met.
  func neverMet(_ candidacy: CandidacyID) -> Violation? {
    if register.hasMet(candidacy) { return nil }
    return Violation(
      Text(
        "le jury \(jury) n’a ni convoqué \(candidacy) ni statué sur elle",
        "jury \(jury) neither summoned \(candidacy) nor decided on it"),
      remedy: Text(
        "le jury qui a statué sur la candidature", "the jury that decided on the candidacy"))
  }
}
