internal import Events

/// Finds what the columns of a plan cannot be together.
enum PlanCheck {
  static func problems(of plan: ImportPlan) -> [PlanFailure.Problem] {
    doubles(in: plan) + decidedTwice(in: plan) + withoutName(plan)
  }

  /// Columns of one field, of which rows could take one only.
  private static func doubles(in plan: ImportPlan) -> [PlanFailure.Problem] {
    var first: [PlannedField: Int] = [:]
    var problems: [PlanFailure.Problem] = []
    for (index, column) in plan.columns.enumerated() where column.field.isOfOneColumn {
      guard let other = first[column.field] else {
        first[column.field] = index
        continue
      }
      let name = column.field.name
      let (heading, line) = (shown(plan.columns[other]), plan.lines.column(other))
      problems.append(
        PlanFailure.Problem(
          line: plan.lines.column(index),
          Text(
            "colonne « \(shown(column)) » : « \(name.french) » est déjà la colonne « \(heading) », à "
              + "la ligne \(line) ; choisir laquelle compte et écrire `ignorée` pour l’autre",
            "column \"\(shown(column))\": \"\(name.english)\" is the column \"\(heading)\" already, "
              + "at line \(line); choose which counts and write `ignored` for the other")))
    }
    return problems
  }

  /// Columns that decide one block at one session.
  private static func decidedTwice(in plan: ImportPlan) -> [PlanFailure.Problem] {
    struct Key: Hashable {
      let field: PlannedField
      let session: ColumnSession
    }
    let sessions = ColumnSession.all(of: plan.columns, at: Array(plan.columns.indices))
    var first: [Key: Int] = [:]
    var problems: [PlanFailure.Problem] = []
    for (index, column) in plan.columns.enumerated() {
      guard let block = column.field.block, let session = sessions[index] else { continue }
      let key = Key(field: column.field, session: session)
      guard let other = first[key] else {
        first[key] = index
        continue
      }
      let (heading, line) = (shown(plan.columns[other]), plan.lines.column(other))
      problems.append(
        PlanFailure.Problem(
          line: plan.lines.column(index),
          Text(
            "colonne « \(shown(column)) » : la colonne « \(heading) », à la ligne \(line), décide déjà "
              + "de \(block) à la même session ; dire la session de celle-ci : une colonne « jour de "
              + "session » à sa gauche, ou `; session 17/06/2020` après le bloc ; sinon `ignorée`",
            "column \"\(shown(column))\": the column \"\(heading)\", at line \(line), already decides "
              + "\(block) at the same session; say the session of this one: a column `session day` on its "
              + "left, or `; session 2020-06-17` after the block; else `ignored`")))
    }
    return problems
  }

  private static func withoutName(_ plan: ImportPlan) -> [PlanFailure.Problem] {
    if plan.has(.birthName) || plan.has(.fullName) { return [] }
    return [
      PlanFailure.Problem(
        line: plan.lines.column(0),
        Text(
          "aucune colonne n’est « nom de naissance », ni « nom et prénoms » : dire laquelle l’est",
          "no column is `birth name`, nor `full name`: say which one is"))
    ]
  }

  private static func shown(_ column: PlannedColumn) -> String {
    let heading = Shown.word(PlanQuote.onOneLine(column.heading))
    return column.occurrence == 1 ? heading : "\(heading) (\(column.occurrence))"
  }
}

extension PlannedField {
  /// Whether a row takes one column of the field only.
  fileprivate var isOfOneColumn: Bool {
    switch self {
    case .ignored, .juryReference, .sessionDay, .verdictOn, .markOn, .validatedBlocks,
      .refusedBlocks, .state, .toCorrect:
      false
    case .personReference, .birthName, .usageName, .firstNames, .fullName, .sex, .birthDate,
      .birthPlace, .birthPostalCode, .birthINSEECode, .birthCountryCode, .email,
      .candidacyReference, .certification, .pathway, .audience, .employer, .enrolmentDay,
      .trainingStart, .trainingEnd, .centreHours, .companyHours, .admissibilityDay, .block,
      .verdict, .dayOf, .mark, .grounds, .recommendation, .result, .awardDay, .certificateNumber,
      .certificateDay:
      true
    }
  }
}
