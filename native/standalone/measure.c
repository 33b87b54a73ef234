/* measure REPORT COMMAND ARGUMENT…: runs a command on one core and writes to REPORT, on one line, what the system counted for
 * it and its children: user µs, system µs, wall µs, peak resident KiB. Exits as the command did (127: it could not start).
 * A program of its own because Node tells no child's times, and GNU time rounds to 10 ms. */
#define _GNU_SOURCE
#include <sched.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static long long microseconds(struct timeval t) { return t.tv_sec * 1000000LL + t.tv_usec; }

/* Threads of the command then take turns, and none of them costs time by moving between cores. */
static void keep_to_one_core(void) {
#ifdef __linux__
  cpu_set_t allowed, one;
  if (sched_getaffinity(0, sizeof allowed, &allowed) != 0) return;
  for (int cpu = CPU_SETSIZE - 1; cpu >= 0; cpu--)
    if (CPU_ISSET(cpu, &allowed)) {
      CPU_ZERO(&one);
      CPU_SET(cpu, &one);
      sched_setaffinity(0, sizeof one, &one);
      return;
    }
#endif
}

int main(int argc, char **argv) {
  if (argc < 3) return fprintf(stderr, "usage: measure REPORT COMMAND ARGUMENT...\n"), 2;
  struct timespec start, end;
  clock_gettime(CLOCK_MONOTONIC, &start);
  pid_t child = fork();
  if (child < 0) return perror("measure: fork"), 2;
  if (child == 0) {
    keep_to_one_core();
    execvp(argv[2], argv + 2);
    perror(argv[2]);
    _exit(127);
  }
  int status;
  struct rusage used;
  if (wait4(child, &status, 0, &used) != child) return perror("measure: wait4"), 2;
  clock_gettime(CLOCK_MONOTONIC, &end);
  long long wall = (end.tv_sec - start.tv_sec) * 1000000LL + (end.tv_nsec - start.tv_nsec) / 1000;
  long long peak = used.ru_maxrss;
#ifdef __APPLE__
  peak /= 1024; /* bytes there */
#endif
  FILE *report = fopen(argv[1], "w");
  if (!report) return perror(argv[1]), 2;
  fprintf(report, "%lld %lld %lld %lld\n", microseconds(used.ru_utime), microseconds(used.ru_stime), wall, peak);
  if (fclose(report) != 0) return perror(argv[1]), 2;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
