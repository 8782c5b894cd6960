"""Runs a command on a pseudo-terminal and types an answer whenever it asks: terminal.py ANSWERS.json COMMAND..."""
import fcntl, json, os, pty, select, struct, sys, termios, time

answers = json.load(open(sys.argv[1]))
pid, fd = pty.fork()
if pid == 0:
    # The size of the terminal is set by then.
    time.sleep(0.2)
    os.execvp(sys.argv[2], sys.argv[2:])
fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
shown = b""
typed = 0
end = time.time() + 60
quiet = time.time()
while time.time() < end:
    ready, _, _ = select.select([fd], [], [], 0.1)
    if ready:
        try:
            data = os.read(fd, 65536)
        except OSError:
            break
        if not data:
            break
        shown += data
        quiet = time.time()
    # The prompt has been drawn, and waits.
    elif shown.count("◆".encode()) > 0 and typed < len(answers) and time.time() - quiet > 0.3:
        os.write(fd, answers[typed].encode() + b"\r")
        typed += 1
        quiet = time.time()
sys.stdout.buffer.write(shown)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
