internal import Events
internal import Sheets

/// The form of a column's values in files.
enum ListForm: Hashable, CaseIterable {
  case id, code, codes, day, birth, instant, number, percent, word, type, text

  /// What a reader of files of this style needs to know of it.
  func text(in style: CSVStyle) -> Text {
    switch self {
    case .id: Text("identifiant", "id")
    case .code: Text("code", "code")
    case .codes:
      Text(
        "plusieurs, séparés par des espaces ou des virgules",
        "several, with spaces or commas between them")
    case .day:
      switch style {
      case .standard: Text("jour, AAAA-MM-JJ", "day, YYYY-MM-DD")
      case .french: Text("jour, JJ/MM/AAAA", "day, DD/MM/YYYY")
      }
    case .birth:
      switch style {
      case .standard:
        Text(
          "AAAA-MM-JJ, AAAA-MM ou AAAA, selon ce qui est connu",
          "YYYY-MM-DD, YYYY-MM or YYYY, as far as it is known")
      case .french:
        Text(
          "JJ/MM/AAAA, MM/AAAA ou AAAA, selon ce qui est connu",
          "DD/MM/YYYY, MM/YYYY or YYYY, as far as it is known")
      }
    case .instant:
      switch style {
      case .standard:
        Text("instant, RFC 3339, en temps universel", "instant, RFC 3339, in UTC")
      case .french:
        Text("JJ/MM/AAAA HH:MM, à Paris", "DD/MM/YYYY HH:MM, in Paris")
      }
    case .number: Text("nombre entier", "whole number")
    case .percent:
      switch style {
      case .standard: Text("pourcentage entier, sans signe", "whole percentage, without a sign")
      case .french: Text("pourcentage entier", "whole percentage")
      }
    case .word: Text("un des mots qui suivent, ou rien", "one of the words that follow, or nothing")
    case .type:
      switch style {
      case .standard: Text("type d’entrée, `acquis help TYPE`", "event type, `acquis help TYPE`")
      case .french: Text("type d’entrée, en français", "event type, in French")
      }
    case .text: Text("texte", "text")
    }
  }
}

extension ListColumn {
  /// The form of its values.
  var form: ListForm {
    switch self {
    case .candidacy, .candidate, .jury, .nextJury, .subject, .recordedBy, .number, .replacedBy,
      .fromCandidacy, .flow, .member, .replaces, .rule, .id, .who:
      .id
    case .certification, .block, .competency, .fromBlock: .code
    case .missing, .supersededBy, .ids, .eventSubjects, .waives, .blocks, .without, .lacking,
      .modalities:
      .codes
    case .lastDay, .occurredOn, .occurred, .registeredOn, .deceasedOn, .erasedOn, .sessionOn,
      .sessionTo, .lastDelivery, .issuedOn, .since, .awardedOn, .due, .decidedOn,
      .until, .day:
      .day
    case .birthDate: .birth
    case .recordedAt, .grantedAt, .revokedAt: .instant
    case .held, .of, .daysLeft, .position, .year, .certified, .certifiedByExperience,
      .answeredSixMonths, .answeredTwoYears, .candidacies, .members, .summoned, .decided, .absent,
      .level, .publishedCertified, .publishedByExperience, .competencies, .acquired, .seatedFrom,
      .seatedUntil, .fatePosition, .count:
      .number
    case .insertionSixMonths, .insertionOccupationSixMonths, .insertionOccupationTwoYears,
      .publishedSixMonths, .publishedOccupationSixMonths, .publishedOccupationTwoYears:
      .percent
    case .pathway, .status, .window, .declaration, .kind, .annulled, .clock, .weight,
      .waived, .mode, .register, .registration, .certificateKind, .source, .answer,
      .late, .role, .joined, .verdict, .fate, .names, .mayWaive, .state:
      .word
    case .type: .type
    case .name, .toReview, .field, .because, .reason, .before, .after, .message, .birthPlace,
      .mark, .place, .minutes, .title, .label, .document, .organisation:
      .text
    }
  }
}
