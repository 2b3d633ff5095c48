/// A column of a sheet that has a row for each event of a type, or a `field=value` of one.
public struct FieldColumn: Hashable, Sendable {
  /// The keys that lead to it in the data.
  public let path: [String]
  /// The field.
  public let field: Field
  /// Whether it and every object around it must be there.
  public let isRequired: Bool

  public init(path: [String], field: Field, isRequired: Bool) {
    self.path = path
    self.field = field
    self.isRequired = isRequired
  }

  /// Its heading: `block`, `source.candidacy`.
  public var name: String { path.joined(separator: ".") }
}

extension Field {
  /// The columns of the field: its own, or those of the object that it is.
  ///
  /// A list is one column, `a,b`, or JSON where its elements are objects.
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
  /// The columns of a sheet of this type's data, in the order of the keys.
  public var columns: [FieldColumn] { fields.flatMap(\.columns) }

  /// The columns with these headings.
  ///
  /// - Throws: ``ReadingFailure`` for a heading that is no column of this type, or given twice.
  public func columns(headed headings: [String]) throws(ReadingFailure) -> [FieldColumn] {
    var columns: [FieldColumn] = []
    for heading in headings {
      guard let column = self.columns.first(where: { $0.name == heading }) else {
        // A heading may be anything in a foreign file: only an id-like one is repeated.
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

  /// The data that a row tells, texts about persons in clear; an empty cell leaves its field out.
  ///
  /// An object that must be there and need hold nothing is there, whatever its cells. Cells beyond the
  /// columns are not read.
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

  /// The cells of data under these columns; empty where a field is left out.
  public func row(of data: JSONValue, under columns: [FieldColumn]) -> [String] {
    columns.map { column in
      data.value(at: column.path[...]).map { column.field.form.text(of: $0) } ?? ""
    }
  }
}
