internal import Events
internal import Projections

extension JudgingState {
  /// The pathway that a candidacy follows at the entry: the one last changed to, else that of its
  /// enrolment.
  func pathway(of candidacy: CandidacyID) -> Pathway? {
    before.pathwayChanges(of: candidacy).last?.value.pathway ?? enrolment(of: candidacy)?.pathway
  }

  /// The audience last stated for a candidacy at the entry.
  func audience(of candidacy: CandidacyID) -> Audience? {
    before.pathwayChanges(of: candidacy).last { $0.value.audience != nil }?.value.audience
      ?? enrolment(of: candidacy)?.audience
  }

  /// The pathways that a candidacy follows at some moment from the entry to the end of its day.
  func pathwaysOfTheDay(of candidacy: CandidacyID, _ day: CalendarDate) -> Set<Pathway> {
    let later = sameDay.pathwayChanges(of: candidacy).filter { $0.moment.day == day }
    return Set(later.map(\.value.pathway) + [pathway(of: candidacy)].compactMap(\.self))
  }

  /// Whether a candidacy follows VAE, for a certification of the RNCP, to which alone its legal
  /// deadlines apply.
  func isExperienceOfRNCP(_ candidacy: CandidacyID) -> Bool {
    pathway(of: candidacy) == .experience
      && framework(of: candidacy)?.registration.register == .rncp
  }

  /// Whether a person holds a block of a certification on a day: in a candidacy for it, or, by a
  /// declared correspondence, in one for a version that it supersedes.
  func holdsABlock(
    _ candidate: CandidateID, of certification: CertificationCode, on day: CalendarDate
  ) -> Bool {
    guard let framework = timeless.frameworks[certification] else { return false }
    return candidacies(of: candidate).contains { candidacy in
      guard let code = enrolment(of: candidacy)?.certification else { return false }
      let held = self.held(by: candidacy, on: day)
      if code == certification { return !held.isEmpty }
      guard before.supersessions.isSame(code, asOrOlderThan: certification) else { return false }
      return held.contains { block in
        framework.blocks.contains {
          before.supersessions.correspond(
            .init(block, of: code), to: .init($0.code, of: certification))
        }
      }
    }
  }

  /// The other candidacies of a person for a certification, or for a version of it that it supersedes
  /// or that supersedes it, in fold order.
  func others(
    of candidate: CandidateID, forAnyVersionOf certification: CertificationCode,
    than candidacy: CandidacyID
  ) -> [CandidacyID] {
    let versions = before.supersessions.versions(of: certification)
    return candidacies(of: candidate).filter { other in
      other != candidacy
        && enrolment(of: other).map { versions.contains($0.certification) } ?? false
    }
  }
}
