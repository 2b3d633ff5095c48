import Events
import Projections

/// The candidacies of a reach, by the tags of every entry recorded: what a table of standings keeps.
struct ReachedCandidacies {
  private var ofJury: [JuryID: Set<CandidacyID>] = [:]
  private var ofCandidate: [CandidateID: Set<CandidacyID>] = [:]
  private var ofCertification: [CertificationCode: Set<CandidacyID>] = [:]
  private var linked: [CandidacyID: [CandidacyID]] = [:]
  private var versions: [CertificationCode: [CertificationCode]] = [:]

  mutating func add(_ fact: Fact) {
    if let candidacy = fact.candidacy, let jury = fact.jury {
      ofJury[jury, default: []].insert(candidacy)
    }
    if case .candidateEnrolled(let data) = fact {
      ofCandidate[data.candidate, default: []].insert(data.candidacy)
      ofCertification[data.certification, default: []].insert(data.candidacy)
    }
    if case .certificationSuperseded(let data) = fact {
      versions[data.certification, default: []].append(data.by)
      versions[data.by, default: []].append(data.certification)
    }
    if let link = fact.candidacyLink {
      linked[link.candidacy, default: []].append(link.source)
      linked[link.source, default: []].append(link.candidacy)
    }
  }

  /// - Parameter state: a fold that knows the entry.
  func candidacies(in reach: StandingReach, _ state: LedgerState) -> Set<CandidacyID> {
    var first: Set<CandidacyID> = []
    switch reach {
    case .nothing: return []
    case .candidacies(let ids): first = Set(ids)
    case .persons(let ids):
      let persons = Set(ids.map { state.timeless.person($0) })
      for (id, candidacies) in ofCandidate where persons.contains(state.timeless.person(id)) {
        first.formUnion(candidacies)
      }
    case .juries(let ids): for id in ids { first.formUnion(ofJury[id] ?? []) }
    case .certifications(let codes):
      for code in codes { first.formUnion(ofCertification[code] ?? []) }
    case .versions(let codes):
      var (pending, visited) = (codes, Set(codes))
      while let code = pending.popLast() {
        first.formUnion(ofCertification[code] ?? [])
        for other in versions[code] ?? [] where visited.insert(other).inserted {
          pending.append(other)
        }
      }
    }
    return StandingReach.linked(to: first) { linked[$0] ?? [] }
  }
}
