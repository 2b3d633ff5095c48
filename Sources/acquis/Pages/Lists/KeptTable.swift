internal import Events
internal import Synchronization

/// The page of a list as a command makes it, kept as cells for an answer that is not printed.
final class KeptTable: Sendable {
  typealias Row = (key: String, cells: [ListCell])

  private let state = Mutex<(columns: [Listing.Column], rows: [Row])>(([], []))

  func keep(_ columns: [Listing.Column], _ rows: [Row]) {
    state.withLock { $0 = (columns, rows) }
  }

  var columns: [Listing.Column] { state.withLock { $0.columns } }
  var rows: [Row] { state.withLock { $0.rows } }
}
