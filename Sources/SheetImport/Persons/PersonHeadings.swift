/// The columns of a person's fields, as the sheet has them.
struct PersonHeadings {
  private var headings: [PlannedField: (text: String, column: Int?)] = [:]

  /// - Parameter plan: nil: no headings are known.
  init(_ plan: ImportPlan?, _ columns: [Int?]) {
    guard let plan else { return }
    for (index, column) in plan.columns.enumerated() where headings[column.field] == nil {
      headings[column.field] = (
        column.heading, index < columns.count ? columns[index] : nil
      )
    }
    for field in [PlannedField.birthName, .firstNames] where headings[field] == nil {
      headings[field] = headings[.fullName]
    }
  }

  subscript(_ field: PlannedField) -> (text: String, column: Int?)? { headings[field] }
}
