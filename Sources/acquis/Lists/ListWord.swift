internal import Access
internal import AcquisLedger
internal import Documents
internal import Events
internal import Projections
internal import Rules

/// A word of a column's values: as exact values have it, and as people read it.
struct ListWord: Hashable {
  let value: String
  let text: Text

  init(_ value: String, _ text: Text) {
    self.value = value
    self.text = text
  }

  /// Every word of a closed list.
  static func all<Word: CaseIterable & RawRepresentable<String> & TextConvertible>(
    _ list: Word.Type
  ) -> [ListWord] {
    list.allCases.map { ListWord($0.rawValue, $0.text) }
  }
}

extension ListColumn {
  /// The cell of one of its words; empty for a value that is none of them.
  func cell(_ value: String, _ tone: Tone = .plain) -> ListCell {
    words.first { $0.value == value }.map { .word($0.value, $0.text, tone) } ?? .empty
  }

  /// The words of its values where these are the same in every list; empty for values that are no words.
  var words: [ListWord] {
    switch self {
    case .pathway: ListWord.all(Pathway.self)
    case .window: ListWord.all(CompletionWindow.Status.self)
    case .declaration:
      ListWord.all(DeclarationAnswer.self)
        + [ListWord("…,late", Text("…, en retard", "…, late"))]
    case .answer: ListWord.all(DeclarationAnswer.self)
    case .kind: ListWord.all(Deadline.Kind.self)
    case .weight: ListWord.all(FindingWeight.self)
    case .mode: SessionMode.allCases.map { ListWord($0.rawValue, $0.phrase) }
    case .register:
      Register.allCases.map { ListWord($0.rawValue, Text(verbatim: $0.rawValue.uppercased())) }
    case .registration: ListWord.all(RegistrationStatus.self)
    case .certificateKind: ListWord.all(IssuedCertificate.Kind.self)
    case .modalities: ListWord.all(Modality.self)
    case .source: RecognitionBasis.allCases.map { ListWord($0.rawValue, $0.typed) }
    case .role: ListWord.all(JuryRole.self)
    case .joined:
      [
        ListWord("convened", Text("dès la constitution", "with the jury")),
        ListWord("added", Text("ajout", "added later")),
        ListWord("replacing", Text("remplacement", "in place of another")),
      ]
    case .verdict: ListWord.all(BlockDecision.Verdict.self)
    case .fate: ListWord.all(BlockDecision.Fate.self)
    case .annulled: [ListWord("annulled", Text("annulé", "annulled"))]
    case .waived: [ListWord("waived", Text("dérogation", "waived"))]
    case .late: [ListWord("late", Text("en retard", "late"))]
    case .clock: [ListWord("behind", Text("en retard", "behind"))]
    case .names: [ListWord("names", Text("avec les noms", "with names"))]
    case .mayWaive: [ListWord("mayWaive", Text("permises", "allowed"))]
    case .state: ListWord.all(AccessGrant.State.self)
    case .status, .candidacy, .candidate, .certification, .held, .of, .lastDay, .daysLeft, .name,
      .missing, .toReview, .subject, .field, .because, .recordedBy, .reason, .recordedAt,
      .nextJury, .position, .occurredOn, .type, .before, .after, .blocks, .waives, .rule, .message,
      .year, .certified, .certifiedByExperience, .insertionSixMonths,
      .insertionOccupationSixMonths, .insertionOccupationTwoYears, .answeredSixMonths,
      .answeredTwoYears, .lacking, .birthDate, .birthPlace, .candidacies, .ids, .registeredOn,
      .deceasedOn, .erasedOn, .mark, .jury, .sessionOn, .sessionTo, .place, .members, .summoned,
      .decided, .absent, .minutes, .title, .level, .lastDelivery, .supersededBy, .eventSubjects,
      .occurred, .number, .issuedOn, .replacedBy, .publishedCertified, .publishedByExperience,
      .publishedSixMonths, .publishedOccupationSixMonths, .publishedOccupationTwoYears, .block,
      .competency, .label, .competencies, .acquired, .since, .fromCandidacy, .fromBlock, .document,
      .awardedOn, .due, .flow, .member, .organisation, .replaces, .seatedFrom, .seatedUntil,
      .decidedOn, .fatePosition, .without, .id, .who, .until, .grantedAt, .revokedAt, .day, .count:
      []
    }
  }
}
