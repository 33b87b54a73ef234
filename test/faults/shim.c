/* Stands between a process and the system's read and write (LD_PRELOAD): reads and writes of files come short, and writing fails after a
 * while, as on a full disk. SHIM_SHORT=1: at most 1,000 bytes a call. SHIM_ROOM=n: ENOSPC after n bytes written to files. Only files below the folder SHIM_FOLDER: Node
 * takes short reads of its own modules badly. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

enum { SHORT = 1000 };

static long room = -1;
static int shorten;

__attribute__((constructor)) static void start(void) {
  const char *given = getenv("SHIM_ROOM");
  if (given) room = atol(given);
  shorten = getenv("SHIM_SHORT") != NULL;
}

static int is_file(int fd) {
  struct stat s;
  char link[64], path[4096];
  const char *folder = getenv("SHIM_FOLDER");
  if (!folder || fstat(fd, &s) != 0 || !S_ISREG(s.st_mode)) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t n = readlink(link, path, sizeof path - 1);
  return n > 0 && strncmp(path, folder, strlen(folder)) == 0;
}

static size_t cut(int fd, size_t n) { return shorten && n > SHORT && is_file(fd) ? SHORT : n; }

/* How much may be written; 0 when the disk is full. */
static size_t allowed(int fd, size_t n) {
  n = cut(fd, n);
  if (room < 0 || !is_file(fd)) return n;
  if ((size_t)room < n) n = (size_t)room;
  room -= (long)n;
  return n;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t read(int fd, void *to, size_t n) { return REAL(read)(fd, to, cut(fd, n)); }
ssize_t pread(int fd, void *to, size_t n, off_t at) { return REAL(pread)(fd, to, cut(fd, n), at); }
ssize_t pread64(int fd, void *to, size_t n, off64_t at) { return REAL(pread64)(fd, to, cut(fd, n), at); }

ssize_t write(int fd, const void *from, size_t n) {
  size_t most = allowed(fd, n);
  if (n && !most) return errno = ENOSPC, -1;
  return REAL(write)(fd, from, most);
}

ssize_t pwrite(int fd, const void *from, size_t n, off_t at) {
  size_t most = allowed(fd, n);
  if (n && !most) return errno = ENOSPC, -1;
  return REAL(pwrite)(fd, from, most, at);
}
