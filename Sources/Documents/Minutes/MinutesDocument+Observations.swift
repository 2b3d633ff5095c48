internal import AcquisLedger
public import Events
internal import Projections

extension MinutesDocument {
  /// The longest text that stands in the grid; a longer one follows it.
  private static let shortText = 120

  /// What the grid says of a candidate beside the marks.
  public func observations(on candidate: JuryCandidate) -> [Text] {
    var notes: [Text] = []
    let certification = proceedings.certification(of: candidate)
    if case .erased = candidate.identity {
      notes.append(Text("identité effacée", "identity erased"))
    }
    if !candidate.heldBefore.isEmpty {
      let codes = candidate.heldBefore.map { $0.short(in: certification) }.joined(separator: ", ")
      notes.append(Text("acquis auparavant : \(codes)", "held before: \(codes)"))
    }
    if candidate.stateWhenDecided?.targetReached == true {
      notes.append(Text("tous les blocs visés sont acquis", "every target block held"))
    }
    notes += absences(of: candidate, certification)
    if proceedings.state.status == .annulled, candidate.outcome == .overturned {
      notes.append(
        Text("décisions sans effet, le jury étant annulé", "decisions overturned with the jury"))
    }
    notes += candidate.sequelSentences(in: certification)
    if candidate.state?.status == .revoked {
      notes.append(Text("certification révoquée depuis", "certification revoked since"))
    }
    for (head, text) in texts(of: candidate) where text.count <= Self.shortText {
      notes.append(Text("\(head.french) : \(text)", "\(head.english): \(text)"))
    }
    if !longTexts(of: candidate).isEmpty {
      notes.append(Text("motifs ci-après", "grounds below"))
    }
    if let notified = candidate.register.notified {
      let day = notified.on.inTable
      notes.append(
        Text("résultat notifié le \(day.french)", "result sent on \(day.english)"))
    }
    return notes
  }

  /// The members who took no part in decisions on the candidate, with the blocks unless that is all.
  private func absences(
    of candidate: JuryCandidate, _ certification: CertificationCode
  ) -> [Text] {
    let decisions = candidate.register.decisions
    let left = decisions.reduce(into: [MemberID]()) { all, decision in
      all += decision.without.filter { !all.contains($0) }
    }
    return left.map { member in
      let blocks = decisions.filter { $0.without.contains(member) }
      let codes = blocks.map { $0.block.short(in: certification) }.joined(separator: ", ")
      let name = proceedings.name(of: member)
      return blocks.count == decisions.count
        ? Text("sans \(name)", "without \(name)")
        : Text("sans \(name) (\(codes))", "without \(name) (\(codes))")
    }
  }

  /// Grounds of refusals, grounds of revocations and the recommendation, as far as they can be read.
  private func texts(of candidate: JuryCandidate) -> [(Text, String)] {
    let certification = proceedings.certification(of: candidate)
    var texts = candidate.register.decisions.compactMap { decision -> (Text, String)? in
      let code = decision.block.short(in: certification)
      return candidate.grounds[decision.position]?.value.map {
        (Text("\(code), motif du refus", "\(code), grounds of the refusal"), $0)
      }
    }
    texts += candidate.sequels.compactMap { sequel in
      let code = sequel.block.short(in: certification)
      return candidate.grounds[sequel.position]?.value.map {
        (Text("\(code), motif de la révocation", "\(code), grounds of the revocation"), $0)
      }
    }
    if let recommendation = candidate.recommendation.value {
      texts.append((Text("recommandation du jury", "recommendation of the jury"), recommendation))
    }
    return texts
  }

  /// The grounds and the recommendation that are too long for the grid, each with what it is.
  public func longTexts(of candidate: JuryCandidate) -> [(heading: Text, text: String)] {
    texts(of: candidate).filter { $0.1.count > Self.shortText }.map { (heading: $0.0, text: $0.1) }
  }

  /// After the grid: the texts that are too long for it.
  @HTMLBuilder var explanations: HTML {
    let long = proceedings.candidates.map { candidate in
      (candidate, longTexts(of: candidate))
    }.filter { !$0.1.isEmpty }
    if !long.isEmpty {
      languages.html("h2", Text("Motifs et recommandations", "Grounds and recommendations"))
    }
    for (candidate, texts) in long {
      for (head, text) in texts {
        HTML("p") {
          HTML("strong", text: candidate.name.text)
          HTML(text: ", ")
          languages.html(Text("\(head.french) : ", "\(head.english): "))
          HTML(text: text)
        }
      }
    }
  }
}

extension JuryCandidate {
  /// A sentence for each appeal and each revocation, with its day.
  fileprivate func sequelSentences(in certification: CertificationCode) -> [Text] {
    let sentences = sequels.map { sequel in
      let (code, day) = (sequel.block.short(in: certification), sequel.day.inTable)
      switch sequel.kind {
      case .appealed:
        return Text(
          "\(code) : recours du \(day.french)", "\(code): appeal of \(day.english)")
      case .upheld:
        return Text(
          "\(code) : décision maintenue sur recours le \(day.french)",
          "\(code): upheld on appeal on \(day.english)")
      case .overturned:
        return Text(
          "\(code) : décision annulée sur recours le \(day.french)",
          "\(code): overturned on appeal on \(day.english)")
      case .revoked:
        return Text(
          "\(code) : décision révoquée le \(day.french)", "\(code): revoked on \(day.english)")
      }
    }
    let pending = register.decisions.filter { $0.fate == .appealed }.map { decision in
      let code = decision.block.short(in: certification)
      return Text("\(code) : recours en cours", "\(code): under appeal")
    }
    return sentences + pending
  }
}
