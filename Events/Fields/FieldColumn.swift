/// A column of a table with one row for each event of a type, or a `field=value` argument.
public struct FieldColumn: Hashable, Sendable {
  /// The keys from the data to the field.
  public let path: [String]
  public let field: Field
  /// Whether the field and every enclosing object are required.
  public let isRequired: Bool

  public init(path: [String], field: Field, isRequired: Bool) {
    self.path = path
    self.field = field
    self.isRequired = isRequired
  }

  /// The heading of the column: `block`, `source.candidacy`.
  public var name: String { path.joined(separator: ".") }
}

extension Field {
  /// One column for the field, or one for each field of an object, at any depth.
  ///
  /// A list is one column: `a,b`, or JSON if its elements are objects.
  public var columns: [FieldColumn] { columns(under: [], isRequired: true) }

  fileprivate func columns(under path: [String], isRequired: Bool) -> [FieldColumn] {
    let path = path + [key]
    let isRequired = isRequired && self.isRequired
    guard case .object(let fields) = form.clear else {
      return [FieldColumn(path: path, field: self, isRequired: isRequired)]
    }
    return fields.flatMap { $0.columns(under: path, isRequired: isRequired) }
  }
}

extension EventType {
  /// The columns for this type's data, in the order of the keys.
  public var columns: [FieldColumn] { fields.flatMap(\.columns) }

  /// The columns with these headings.
  ///
  /// - Throws: ``ReadingFailure`` for a heading that is not a column of this type, or is repeated.
  public func columns(headed headings: [String]) throws(ReadingFailure) -> [FieldColumn] {
    var columns: [FieldColumn] = []
    for heading in headings {
      guard let column = self.columns.first(where: { $0.name == heading }) else {
        // A foreign file may have any heading: an error repeats one only if it has the form of an
        // id.
        let shown = (try? RecorderID(heading))?.text ?? "(a name that is no id)"
        throw ReadingFailure(.unknownField, path: ["data", shown])
      }
      guard !columns.contains(column) else {
        throw ReadingFailure(.duplicateField, path: ["data", heading])
      }
      columns.append(column)
    }
    return columns
  }

  /// The data of a row, with texts about persons in clear; an empty cell leaves its field out.
  ///
  /// A required object whose fields are all optional is present even if all its cells are empty.
  /// Cells beyond the columns are ignored.
  public func data(row cells: [String], under columns: [FieldColumn]) -> JSONValue {
    let empty = fields.filter { field in
      guard field.isRequired, case .object(let parts) = field.form else { return false }
      return parts.allSatisfy { $0.presence == .optional }
    }
    var data = JSONValue.object(empty.map { JSONMember($0.key, .object([])) })
    for (column, text) in zip(columns, cells) where !text.isEmpty {
      data = data.setting(column.path[...], to: column.field.value(of: text))
    }
    return data
  }

  /// The cells of data for these columns; empty where a field is left out.
  public func row(of data: JSONValue, under columns: [FieldColumn]) -> [String] {
    columns.map { column in
      data.value(at: column.path[...]).map { column.field.form.text(of: $0) } ?? ""
    }
  }
}
