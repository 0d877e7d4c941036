/* pairs ROUNDS CASES: measures whole processes beside one another.
 *
 * CASES holds lines "name<TAB>base<TAB>prepare<TAB>input<TAB>exit code<TAB>command". Each round runs every case once, in an order that is
 * shuffled anew, so that drift of the machine and what the program before left in the caches meet all cases alike. The ratio of
 * a case is the median over the rounds of (its time / its base's time in the same round); a base of "-" gives none. `prepare`
 * is a shell command that is not timed, `input` a file for standard input; "-" is none of either. `command` is split at spaces;
 * single quotes hold words together. Output goes to a file in memory: some programs do less when it goes to /dev/null.
 *
 * Written to standard output: name, rounds that counted, median, 10th and 90th percentile in milliseconds, peak memory in KiB,
 * ratio, rounds whose command failed; separated by tabs. With CAP_SYS_NICE it runs before other programs (SCHED_FIFO).
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST_CASES = 64, MOST_ROUNDS = 1000, MOST_WORDS = 64 };

struct measured {
  char *name, *base, *prepare, *input;
  int code;
  char *words[MOST_WORDS + 1];
  double times[MOST_ROUNDS]; /* 0 for a round that failed */
  double spent;
  long peak_kib;
  int failed;
};

static struct measured cases[MOST_CASES];
static int case_count, round_count, output;
static const double kMostSeconds = 40; /* of one case; then it sits out */

static void fail(const char *what) {
  fprintf(stderr, "pairs: %s: %s\n", what, strerror(errno));
  exit(1);
}

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void split_words(char *text, char **words) {
  int count = 0;
  while (*text != '\0' && count < MOST_WORDS) {
    while (*text == ' ') ++text;
    if (*text == '\0') break;
    char *to = text;
    words[count++] = to;
    for (int quoted = 0; *text != '\0' && (quoted || *text != ' '); ++text) {
      if (*text == '\'') quoted = !quoted;
      else *to++ = *text;
    }
    if (*text != '\0') ++text;
    *to = '\0';
  }
  words[count] = NULL;
}

static void read_cases(const char *path) {
  FILE *file = fopen(path, "r");
  if (file == NULL) fail(path);
  char *line = NULL;
  size_t size = 0;
  while (getline(&line, &size, file) > 0 && case_count < MOST_CASES) {
    line[strcspn(line, "\n")] = '\0';
    if (line[0] == '\0' || line[0] == '#') continue;
    struct measured *one = &cases[case_count++];
    char *rest = strdup(line);
    one->name = strsep(&rest, "\t");
    one->base = strsep(&rest, "\t");
    one->prepare = strsep(&rest, "\t");
    one->input = strsep(&rest, "\t");
    const char *code = strsep(&rest, "\t");
    one->code = code == NULL ? 0 : atoi(code);
    if (rest == NULL) {
      fprintf(stderr, "pairs: a line lacks a field: %s\n", line);
      exit(2);
    }
    split_words(rest, one->words);
  }
  free(line);
  fclose(file);
}

/* Milliseconds of one run, or 0 when it failed. */
static double run_once(struct measured *one) {
  if (strcmp(one->prepare, "-") != 0 && system(one->prepare) != 0) return 0;
  if (ftruncate(output, 0) != 0 || lseek(output, 0, SEEK_SET) != 0) fail("output");
  const int input = open(strcmp(one->input, "-") == 0 ? "/dev/null" : one->input, O_RDONLY | O_CLOEXEC);
  if (input < 0) fail(one->input);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input, 0);
  posix_spawn_file_actions_adddup2(&actions, output, 1);
  posix_spawn_file_actions_adddup2(&actions, output, 2);
  pid_t child = 0;
  extern char **environ;
  const double begin = seconds();
  const int error = posix_spawnp(&child, one->words[0], &actions, NULL, one->words, environ);
  int status = 0;
  struct rusage usage;
  if (error == 0) {
    while (wait4(child, &status, 0, &usage) < 0 && errno == EINTR) continue;
  }
  const double end = seconds();
  posix_spawn_file_actions_destroy(&actions);
  close(input);
  one->spent += end - begin;
  if (error != 0 || !WIFEXITED(status) || WEXITSTATUS(status) != one->code) return 0;
  if (usage.ru_maxrss > one->peak_kib) one->peak_kib = usage.ru_maxrss;
  return (end - begin) * 1e3;
}

static int by_size(const void *left, const void *right) {
  const double a = *(const double *)left, b = *(const double *)right;
  return (a > b) - (a < b);
}

/* Sorts the values; `share` 0.5 is the median. */
static double quantile(double *values, int count, double share) {
  if (count == 0) return 0;
  qsort(values, (size_t)count, sizeof values[0], by_size);
  const double place = share * (count - 1);
  const int below = (int)place;
  const double above = below + 1 < count ? values[below + 1] : values[below];
  return values[below] + (above - values[below]) * (place - below);
}

static const struct measured *find_case(const char *name) {
  for (int i = 0; i < case_count; ++i) {
    if (strcmp(cases[i].name, name) == 0) return &cases[i];
  }
  return NULL;
}

static void report(const struct measured *one) {
  double times[MOST_ROUNDS], ratios[MOST_ROUNDS];
  int count = 0, pairs = 0;
  const struct measured *base = find_case(one->base);
  for (int round = 0; round < round_count; ++round) {
    if (one->times[round] == 0) continue;
    times[count++] = one->times[round];
    if (base != NULL && base->times[round] != 0) ratios[pairs++] = one->times[round] / base->times[round];
  }
  const double low = quantile(times, count, 0.1), middle = quantile(times, count, 0.5);
  printf("%s\t%d\t%.3f\t%.3f\t%.3f\t%ld\t%.3f\t%d\n", one->name, count, middle, low, quantile(times, count, 0.9),
         one->peak_kib, quantile(ratios, pairs, 0.5), one->failed);
}

static void shuffle(int *order, int count) {
  for (int i = count - 1; i > 0; --i) {
    const int other = (int)(random() % (i + 1));
    const int kept = order[i];
    order[i] = order[other];
    order[other] = kept;
  }
}

int main(int argc, char **argv) {
  if (argc != 3) {
    fputs("pairs ROUNDS CASES\n", stderr);
    return 2;
  }
  round_count = atoi(argv[1]);
  if (round_count < 1 || round_count > MOST_ROUNDS) round_count = 21;
  read_cases(argv[2]);
  output = memfd_create("output", MFD_CLOEXEC);
  if (output < 0) fail("memfd_create");
  const struct sched_param first = {.sched_priority = 10};
  if (sched_setscheduler(0, SCHED_FIFO, &first) != 0) {
    fputs("pairs: without the right to run first; a busy machine will show\n", stderr);
  }
  srandom(20261121);
  int order[MOST_CASES];
  for (int i = 0; i < case_count; ++i) {
    order[i] = i;
    if (run_once(&cases[i]) == 0) fprintf(stderr, "pairs: %s fails\n", cases[i].name); /* and warms the caches */
  }
  for (int round = 0; round < round_count; ++round) {
    shuffle(order, case_count);
    for (int i = 0; i < case_count; ++i) {
      struct measured *one = &cases[order[i]];
      if (one->spent > kMostSeconds) continue;
      one->times[round] = run_once(one);
      one->failed += one->times[round] == 0;
    }
  }
  for (int i = 0; i < case_count; ++i) report(&cases[i]);
  return 0;
}
