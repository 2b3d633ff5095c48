/// What an issue asks of a person.
public enum SheetWeight: Int, Hashable, Comparable, Sendable, CaseIterable {
  /// Nothing of the row is taken in until it is corrected or answered.
  case rowLeftOut
  /// A cell is not taken in; the rest of its row is.
  case cellLeftOut
  /// It is taken in as the sheet says it, and is probably wrong.
  case toReview
  /// A person can be certified without it, and not be declared.
  case identityGap
  /// Nothing is to be done.
  case note

  public static func < (left: SheetWeight, right: SheetWeight) -> Bool {
    left.rawValue < right.rawValue
  }

  /// Whether the sheet's column *à corriger* names it.
  public var isToCorrect: Bool { self != .note }
}

extension SheetCause {
  public var weight: SheetWeight {
    switch self {
    case .toConfirm, .noName, .noFirstName, .noSession, .noCertification, .noPathway, .erased:
      .rowLeftOut
    case .word(_, _, let isLeftOut): isLeftOut ? .note : .cellLeftOut
    case .blank, .notADay, .ambiguousDay, .futureDay, .notAMark, .notHours, .notANumber,
      .notABlock, .identity, .namesPerson, .hoursWithoutEnd, .textTooLong, .decidedTwice:
      .cellLeftOut
    case .awardedWithoutBlocks, .awardedWithoutNumber, .numberWithoutAward, .numberTwice,
      .contradiction, .absentBesideDecision, .differsFromRecorded, .noLongerSaid:
      .toReview
    case .noBirthDate, .incompleteBirthDate, .noBirthPlace, .postalCodeDigits: .identityGap
    case .exactDouble, .samePerson: .note
    }
  }

  /// Its name for programs.
  public var name: String {
    switch self {
    case .word(_, _, let isLeftOut): isLeftOut ? "wordLeftOut" : "word"
    case .blank: "blank"
    case .notADay: "notADay"
    case .ambiguousDay: "ambiguousDay"
    case .futureDay: "futureDay"
    case .notAMark: "notAMark"
    case .notHours: "notHours"
    case .hoursWithoutEnd: "hoursWithoutEnd"
    case .textTooLong: "textTooLong"
    case .notANumber: "notANumber"
    case .notABlock: "notABlock"
    case .identity: "identity"
    case .noBirthDate: "noBirthDate"
    case .incompleteBirthDate: "incompleteBirthDate"
    case .noBirthPlace: "noBirthPlace"
    case .postalCodeDigits: "postalCodeDigits"
    case .noName: "noName"
    case .noFirstName: "noFirstName"
    case .noSession: "noSession"
    case .noCertification: "noCertification"
    case .noPathway: "noPathway"
    case .exactDouble: "exactDouble"
    case .samePerson: "samePerson"
    case .toConfirm: "toConfirm"
    case .contradiction: "contradiction"
    case .namesPerson: "namesPerson"
    case .awardedWithoutBlocks: "awardedWithoutBlocks"
    case .awardedWithoutNumber: "awardedWithoutNumber"
    case .numberWithoutAward: "numberWithoutAward"
    case .numberTwice: "numberTwice"
    case .decidedTwice: "decidedTwice"
    case .absentBesideDecision: "absentBesideDecision"
    case .differsFromRecorded: "differsFromRecorded"
    case .noLongerSaid: "noLongerSaid"
    case .erased: "erased"
    }
  }

  /// The heading of the column that it is about, where it names one.
  public var heading: String? {
    switch self {
    case .word(_, let heading, _), .blank(let heading), .notADay(let heading),
      .ambiguousDay(let heading), .futureDay(let heading), .notAMark(let heading),
      .notHours(let heading), .notANumber(let heading), .notABlock(let heading),
      .contradiction(let heading), .namesPerson(let heading), .hoursWithoutEnd(let heading),
      .textTooLong(let heading):
      heading
    case .identity, .noBirthDate, .incompleteBirthDate, .noBirthPlace, .postalCodeDigits, .noName,
      .noFirstName, .noSession, .noCertification, .noPathway, .exactDouble, .samePerson,
      .toConfirm, .awardedWithoutBlocks, .awardedWithoutNumber, .numberWithoutAward, .numberTwice,
      .decidedTwice, .absentBesideDecision, .differsFromRecorded, .noLongerSaid, .erased:
      nil
    }
  }

  /// The word that is not taken in; nil for another cause.
  public var word: String? {
    if case .word(let word, _, _) = self { word } else { nil }
  }
}
