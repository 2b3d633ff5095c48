internal import CMicrohttpd

/// Reads a request's head where the library has left it.
///
/// The library's reading is lenient: it takes a bare LF for an end of line, ends a value at a NUL, joins
/// a folded line to the *name* of the header before it, and leaves blanks before a colon in the
/// name. What another server in front of this one understood differently could smuggle a request.
/// Version 0.9 replaces by NUL what it parses (the spaces of the request line, the colon, CR and LF)
/// and leaves the rest in place: the parts that it reports must therefore cover the head without a
/// gap, which what is listed above does not. Later versions refuse it by themselves.
@safe struct HeadReader: ~Copyable {
  private let connection: OpaquePointer
  private let method: UnsafePointer<CChar>
  private let version: UnsafePointer<CChar>
  private let target: Client.Target?

  init(
    _ connection: OpaquePointer, _ method: UnsafePointer<CChar>, _ version: UnsafePointer<CChar>,
    _ target: Client.Target?
  ) {
    unsafe self.connection = unsafe connection
    unsafe self.method = unsafe method
    unsafe self.version = unsafe version
    self.target = target
  }

  /// - Parameters:
  ///   - largest: in bytes.
  ///   - peer: of the connection.
  /// - Throws: `headTooLarge`, `malformed`, `unknownTransferCoding`.
  func head(largest: Int, peer: String) throws(HTTPRefusal) -> Head {
    let size = unsafe acquis_mhd_head_size(connection)
    guard size <= largest else { throw .headTooLarge }
    guard let target, size > 0 else { throw .malformed }
    let method = unsafe String(cString: method)
    let version = unsafe String(cString: version)
    guard !method.isEmpty, method.utf8.allSatisfy(\.isTokenByte),
      version == "HTTP/1.1" || version == "HTTP/1.0",
      target.text.allSatisfy({ (0x21...0x7E).contains($0) })
    else { throw .malformed }

    let fields = unsafe Fields.of(connection)
    let bytes = unsafe UnsafeRawBufferPointer(start: self.method, count: size)
    guard unsafe Daemon.isStrict || covers(bytes, target, fields) else { throw .malformed }
    var headers: [HTTPHeader] = []
    headers.reserveCapacity(fields.list.count)
    for field in fields.list {
      guard !field.name.isEmpty, field.name.allSatisfy(\.isTokenByte),
        field.value.allSatisfy(\.isFieldByte)
      else { throw .malformed }
      let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
      let value = field.value.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
      headers.append(
        HTTPHeader(
          String(decoding: field.name, as: UTF8.self), String(decoding: value, as: UTF8.self)))
    }

    let parts = target.text.split(
      separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
    let path = String(decoding: parts.first ?? [], as: UTF8.self)
    // Not `http://host/path`, which is for proxies, nor `host:port`, which is for CONNECT.
    guard path.hasPrefix("/") || (path == "*" && parts.count == 1 && method == "OPTIONS") else {
      throw .malformed
    }
    let request = HTTPRequest(
      method: method, path: path,
      query: parts.count == 2 ? String(decoding: parts[1], as: UTF8.self) : nil,
      headers: headers, peer: peer)
    return try Head(request, isVersion11: version == "HTTP/1.1")
  }

  /// Whether method, target, version, names and values are all that there is between the head's first
  /// byte and its last.
  private func covers(
    _ bytes: UnsafeRawBufferPointer, _ target: Client.Target, _ fields: Fields
  ) -> Bool {
    let start = UInt(bitPattern: bytes.baseAddress)
    /// Where the next part has to begin, from the head's start.
    var place = 0
    func isNext(_ address: UInt) -> Bool { address &- start == UInt(place) }
    func pass(_ count: Int, _ ends: Int) -> Bool {
      guard place + count + ends <= bytes.count else { return false }
      place += count
      for _ in 0..<ends {
        guard unsafe bytes[place] == 0 else { return false }
        place += 1
      }
      return true
    }
    func skipBlanks() {
      while place < bytes.count, unsafe bytes[place] == 0x20 || bytes[place] == 0x09 {
        place += 1
      }
    }

    guard pass(unsafe String(cString: method).utf8.count, 1), isNext(target.place),
      pass(target.text.count, 1), isNext(unsafe UInt(bitPattern: version)),
      pass(unsafe String(cString: version).utf8.count, 2)
    else { return false }
    for field in fields.list {
      guard isNext(field.namePlace), pass(field.name.count, 1) else { return false }
      skipBlanks()
      guard isNext(field.valuePlace), pass(field.value.count, 2) else { return false }
    }
    return pass(0, 2) && place == bytes.count
  }
}

/// The headers as the library reports them.
private final class Fields {
  struct Field {
    let name: [UInt8]
    let value: [UInt8]
    let namePlace: UInt
    let valuePlace: UInt
  }

  private(set) var list: [Field] = []

  static func of(_ connection: OpaquePointer) -> Fields {
    let fields = Fields()
    _ = unsafe acquis_mhd_headers(
      connection,
      { context, _, name, nameCount, value, valueCount in
        if let context = unsafe context, let name = unsafe name {
          let fields = unsafe Unmanaged<Fields>.fromOpaque(context).takeUnretainedValue()
          unsafe fields.list.append(
            Field(
              name: Array(UnsafeRawBufferPointer(start: name, count: nameCount)),
              value: Array(UnsafeRawBufferPointer(start: value, count: valueCount)),
              namePlace: UInt(bitPattern: name), valuePlace: UInt(bitPattern: value)))
        }
        return acquis_mhd_result(1)
      }, Unmanaged.passUnretained(fields).toOpaque())
    return fields
  }
}
