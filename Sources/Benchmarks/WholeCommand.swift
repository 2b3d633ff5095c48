internal import Glibc

/// A run of the program as a person starts it.
struct WholeCommand {
  /// Seconds from its start to its end.
  let seconds: Double
  /// The most memory that it had, in bytes; 0 unless it was watched.
  let peakMemory: Int

  /// - Parameters:
  ///   - program: its path.
  ///   - words: its arguments.
  ///   - watches: whether its memory is read every 2 ms, which makes it longer by that at most. What the
  ///     system tells of a child after its end counts the memory of this process too.
  /// - Throws: ``CommandFailure`` where it cannot be started or ends with another status than 0.
  init(
    _ program: String, _ words: [String], watchesMemory watches: Bool = false
  ) throws(CommandFailure) {
    let clock = ContinuousClock()
    let start = clock.now
    let process = try Self.start(program, words)
    var peak = 0
    if watches {
      while waitid(P_PID, id_t(process), nil, WEXITED | WNOHANG | WNOWAIT) == 0,
        let memory = Surroundings.peakMemory(of: process)
      {
        peak = max(peak, memory)
        usleep(2_000)
      }
    }
    var status = Int32(0)
    while unsafe waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { throw CommandFailure(command: words.first ?? "", status: nil) }
    }
    guard status == 0 else { throw CommandFailure(command: words.first ?? "", status: status) }
    let duration = (clock.now - start).components
    seconds = Double(duration.seconds) + Double(duration.attoseconds) / 1e18
    peakMemory = peak
  }

  private static func start(
    _ program: String, _ words: [String]
  ) throws(CommandFailure) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for number in [STDOUT_FILENO, STDERR_FILENO] {
      unsafe posix_spawn_file_actions_addopen(&actions, number, "/dev/null", O_WRONLY, 0)
    }
    var arguments = unsafe ([program] + words).map { unsafe strdup($0) } + [nil]
    defer {
      for index in unsafe arguments.indices { unsafe free(arguments[index]) }
    }
    var process = pid_t()
    guard unsafe posix_spawn(&process, program, &actions, nil, &arguments, environ) == 0 else {
      throw CommandFailure(command: words.first ?? "", status: nil)
    }
    return process
  }
}

/// A command that was measured did not end well.
public struct CommandFailure: Error {
  /// Its first word.
  public let command: String
  /// As `wait` returned it; nil if it could not be started.
  public let status: Int32?
}
