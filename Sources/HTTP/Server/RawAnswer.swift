internal import CMicrohttpd
internal import Glibc

/// An answer's bytes, where the library takes none. The connection is closed after it.
enum RawAnswer {
  static func bytes(_ answer: HTTPResponse, for request: HTTPRequest?) -> [UInt8] {
    let reason = unsafe MHD_get_reason_phrase_for(UInt32(answer.status)).map {
      unsafe String(cString: $0)
    }
    var head = "HTTP/1.1 \(answer.status) \(reason ?? "")\r\nDate: \(date(time(nil)))\r\n"
    head += "Connection: close\r\nContent-Length: \(answer.body.count)\r\n"
    for header in answer.headers
    where !["connection", "date"].contains(where: header.name.equalsIgnoringCase) {
      head += "\(header.name): \(header.value)\r\n"
    }
    return Array((head + "\r\n").utf8) + (request?.method == "HEAD" ? [] : answer.body)
  }

  /// `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, 5.6.7).
  static func date(_ seconds: time_t) -> String {
    let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    var seconds = seconds
    var parts = unsafe tm()
    _ = unsafe gmtime_r(&seconds, &parts)
    func two(_ number: Int32) -> String { (number < 10 ? "0" : "") + String(number) }
    let day = unsafe "\(days[Int(parts.tm_wday)]), \(two(parts.tm_mday))"
    let month = unsafe "\(months[Int(parts.tm_mon)]) \(Int(parts.tm_year) + 1900)"
    let clock = unsafe "\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))"
    return "\(day) \(month) \(clock) GMT"
  }
}
