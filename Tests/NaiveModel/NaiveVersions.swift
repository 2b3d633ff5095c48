internal import Events

/// Certifications that succeed one another, and the blocks that come over.
extension NaiveReading {
  /// A certification and those that succeed it, directly or through others.
  func successors(of code: CertificationCode) -> [CertificationCode] {
    var codes = [code]
    var index = 0
    while index < codes.count {
      for entry in facts {
        if case .certificationSuperseded(let data) = entry.event.fact,
          data.certification == codes[index], !codes.contains(data.by)
        {
          codes.append(data.by)
        }
      }
      index += 1
    }
    return codes
  }

  /// Whether two certifications are one, or one succeeds the other; not two that succeed one.
  func areVersions(_ one: CertificationCode, _ other: CertificationCode) -> Bool {
    successors(of: one).contains(other) || successors(of: other).contains(one)
  }

  /// The blocks of another certification that a block counts for: itself in its own, else those that
  /// the declared correspondences lead to, through every supersession between.
  func counterparts(
    of block: BlockCode, _ certification: CertificationCode, in later: CertificationCode
  ) -> [BlockCode] {
    if certification == later { return [block] }
    var reached = [(certification, block)]
    var index = 0
    while index < reached.count {
      let (code, from) = reached[index]
      for entry in facts {
        guard case .certificationSuperseded(let step) = entry.event.fact,
          step.certification == code
        else { continue }
        for pair in step.correspondences?.elements ?? []
        where pair.from == from && !reached.contains(where: { $0 == (step.by, pair.to) }) {
          reached.append((step.by, pair.to))
        }
      }
      index += 1
    }
    return reached.filter { $0.0 == later }.map { $0.1 }
  }

  /// The blocks of a candidacy that come over as this block of the one that completes it.
  func sources(
    in earlier: CandidacyID, of block: BlockCode, _ certification: CertificationCode
  ) -> [BlockCode] {
    // A candidacy whose enrolment was annulled is read as one of the same certification.
    let code = enrolment(earlier)?.certification ?? certification
    if code == certification { return [block] }
    let blocks = model.framework(code)?.blocks.elements.map(\.code) ?? []
    return blocks.filter { counterparts(of: $0, code, in: certification).contains(block) }
  }

  /// The candidacies that this one completes, directly or through others, the latest first; itself
  /// not included.
  func completed(by id: CandidacyID) -> [CandidacyID] {
    var chain: [CandidacyID] = [id]
    while let earlier = chain.last.flatMap({ enrolment($0)?.completes }), !chain.contains(earlier) {
      chain.append(earlier)
    }
    return Array(chain.dropFirst())
  }
}
