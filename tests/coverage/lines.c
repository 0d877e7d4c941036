// lines PLACES PROGRAM [ARG...]: runs PROGRAM and prints which of its places were reached.
//
// PLACES has one address a line, in hexadecimal, as the line table of PROGRAM gives them. A breakpoint
// lies on each and is taken away when it is first reached, so that the run is hardly slower than without.
// Works on the very build the tests use; no second build with counters is needed. x86-64 Linux alone.
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

struct place {
  uint64_t address;
  unsigned char byte;  // what stands there
  int reached;
};

static struct place* places;
static size_t count;

static int by_address(const void* left, const void* right) {
  const uint64_t a = ((const struct place*)left)->address;
  const uint64_t b = ((const struct place*)right)->address;
  return a < b ? -1 : a > b;
}

static struct place* place_at(uint64_t address) {
  struct place wanted = {address, 0, 0};
  return bsearch(&wanted, places, count, sizeof wanted, by_address);
}

static void read_places(const char* name) {
  FILE* file = fopen(name, "r");
  if (file == NULL) exit(2);
  unsigned long long address;
  while (fscanf(file, "%llx", &address) == 1) {
    places = realloc(places, (count + 1) * sizeof *places);
    places[count++] = (struct place){address, 0, 0};
  }
  fclose(file);
  qsort(places, count, sizeof *places, by_address);
  size_t kept = 0;
  for (size_t i = 0; i < count; ++i) {
    if (kept == 0 || places[kept - 1].address != places[i].address) places[kept++] = places[i];
  }
  count = kept;
}

static uint64_t base_of(pid_t process) {
  char name[64];
  snprintf(name, sizeof name, "/proc/%d/maps", (int)process);
  FILE* maps = fopen(name, "r");
  unsigned long long base = 0;
  if (maps == NULL || fscanf(maps, "%llx", &base) != 1) exit(2);
  fclose(maps);
  return base;
}

static void put_byte(pid_t process, uint64_t address, unsigned char byte) {
  const uint64_t word = address & ~UINT64_C(7);
  const int shift = (int)(address & 7) * 8;
  uint64_t value = (uint64_t)ptrace(PTRACE_PEEKTEXT, process, (void*)word, NULL);
  value = (value & ~(UINT64_C(0xff) << shift)) | ((uint64_t)byte << shift);
  ptrace(PTRACE_POKETEXT, process, (void*)word, (void*)value);
}

static void lay_all(pid_t process, uint64_t base) {
  for (size_t i = 0; i < count; ++i) {
    const uint64_t address = base + places[i].address;
    const uint64_t value = (uint64_t)ptrace(PTRACE_PEEKTEXT, process, (void*)(address & ~UINT64_C(7)), NULL);
    places[i].byte = (unsigned char)(value >> ((address & 7) * 8));
    put_byte(process, address, 0xcc);
  }
}

// Whether the trap was one of ours; then the program goes on as if nothing had been there.
static int take_away(pid_t process, uint64_t base) {
  struct user_regs_struct registers;
  ptrace(PTRACE_GETREGS, process, NULL, &registers);
  struct place* place = place_at(registers.rip - 1 - base);
  if (place == NULL) return 0;
  place->reached = 1;
  put_byte(process, registers.rip - 1, place->byte);
  registers.rip -= 1;
  ptrace(PTRACE_SETREGS, process, NULL, &registers);
  return 1;
}

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  read_places(argv[1]);
  const pid_t program = fork();
  if (program == 0) {
    ptrace(PTRACE_TRACEME, 0, NULL, NULL);
    dup2(2, 1);  // our own standard output is for the places
    execv(argv[2], argv + 2);
    _exit(127);
  }
  int status = 0;
  waitpid(program, &status, 0);
  const uint64_t base = base_of(program);
  lay_all(program, base);
  ptrace(PTRACE_SETOPTIONS, program, NULL,
         (void*)(PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK | PTRACE_O_TRACECLONE | PTRACE_O_TRACEEXEC));
  ptrace(PTRACE_CONT, program, NULL, NULL);
  int code = 1;
  for (;;) {
    const pid_t process = waitpid(-1, &status, __WALL);
    if (process < 0) break;
    if (WIFEXITED(status) || WIFSIGNALED(status)) {
      if (process == program) code = WIFEXITED(status) ? WEXITSTATUS(status) : 1;
      continue;
    }
    const int signal = WSTOPSIG(status);
    if (signal == SIGTRAP && status >> 16 == PTRACE_EVENT_EXEC) {
      ptrace(PTRACE_DETACH, process, NULL, NULL);  // another program: not ours to count
    } else if (signal == SIGTRAP && (status >> 16 != 0 || take_away(process, base))) {
      ptrace(PTRACE_CONT, process, NULL, NULL);
    } else {
      // A new child stops once by itself.
      ptrace(PTRACE_CONT, process, NULL, (void*)(uintptr_t)(signal == SIGSTOP ? 0 : signal));
    }
  }
  for (size_t i = 0; i < count; ++i) {
    if (places[i].reached) printf("%llx\n", (unsigned long long)places[i].address);
  }
  return code;
}
