internal import Events

/// Divides the persons and candidacies of a log into parts that rules judge one after the other, so that a fold
/// of very many needs the memory of one part.
///
/// Candidacies are in one part if a judgement on one may read the other: those of one person, under all merged
/// ids, those that complete one another, and the sources of recognitions. Whatever concerns no person, as a
/// jury's session or a framework, belongs to all parts.
///
/// Memory: some 30 bytes a person and a candidacy.
struct FoldParts: Sendable {
  /// The types that link candidacies and persons.
  static let types: [EventType] = [
    .candidateEnrolled, .candidateMerged, .priorValidationRecognised,
  ]

  /// The number of each candidate and candidacy, by its hash; two that share one are linked, which only makes a
  /// part larger.
  private var numbers: [Int: Int32] = [:]
  /// What each is linked to; itself at the end of a chain.
  private var links: [Int32] = []
  /// The part of each, once they are divided.
  private var parts: [Int32] = []
  /// How many candidacies were enrolled.
  private var candidacies = 0
  /// How many parts there are.
  private(set) var count = 1

  /// Adds an event of ``types``, annulled or not; in any order. Others are ignored.
  mutating func take(_ fact: Fact) {
    var linked = fact.subjects.filter(\.isPersonal)
    if case .candidateEnrolled(let data) = fact {
      candidacies += 1
      linked += [.candidacy(data.candidacy), .candidate(data.candidate)]
      if let earlier = data.completes { linked.append(.candidacy(earlier)) }
    } else if case .priorValidationRecognised(let data) = fact {
      linked.append(.candidacy(data.candidacy))
      if let source = data.source.candidacy { linked.append(.candidacy(source)) }
    } else if case .candidateMerged = fact {
      // Its two ids are its subjects.
    } else {
      return
    }
    guard let first = linked.first else { return }
    let number = number(of: first)
    for other in linked.dropFirst() { link(number, self.number(of: other)) }
  }

  /// Divides what was taken into parts of about so many candidacies; a part is larger where more are linked.
  ///
  /// - Parameter threads: how many judge parts at the same time; there are as many parts for each.
  mutating func divide(into most: Int, for threads: Int = 1) {
    let least = max(1, candidacies / most + (candidacies % most == 0 ? 0 : 1))
    count = (least + threads - 1) / threads * threads
    if count == 1 { return }
    parts.reserveCapacity(links.count)
    for number in links.indices {
      // The end of a chain is its lowest number.
      let end = Int(end(of: Int32(number)))
      parts.append(end == number ? Int32(number * count / links.count) : parts[end])
    }
  }

  /// The part of an event; nil if it belongs to all.
  func part(of fact: Fact) -> Int? {
    guard let subject = fact.subjects.first(where: \.isPersonal) else { return nil }
    guard count > 1, let number = numbers[subject.hashValue] else { return 0 }
    return Int(parts[Int(number)])
  }

  private mutating func number(of subject: Subject) -> Int32 {
    let hash = subject.hashValue
    if let number = numbers[hash] { return number }
    let number = Int32(links.count)
    numbers[hash] = number
    links.append(number)
    return number
  }

  /// The end of a chain of links; shortens the chain.
  private mutating func end(of number: Int32) -> Int32 {
    var current = number
    while links[Int(current)] != current {
      links[Int(current)] = links[Int(links[Int(current)])]
      current = links[Int(current)]
    }
    return current
  }

  private mutating func link(_ one: Int32, _ other: Int32) {
    let (one, other) = (end(of: one), end(of: other))
    links[Int(max(one, other))] = min(one, other)
  }
}

extension Subject {
  /// Whether it is a person who is certified or one of their candidacies.
  fileprivate var isPersonal: Bool {
    switch self {
    case .candidate, .candidacy: true
    case .certification, .jury, .certificate, .certifier, .member: false
    }
  }
}
