package manor.simulator;

import java.util.function.Supplier;

/**
 * Ways in which a simulated kernel could be wrong. The differential fuzzer has to find each: what
 * it cannot see wrong, it cannot prove right.
 */
enum Flaw {
  EDGE_IS_TOLD_AGAIN {
    @Override
    Parts parts() {
      return withReadyLists(
          () ->
              new ReadyList() {
                @Override
                void told(Watch watch) {
                  super.told(watch);
                  if (!watch.isOneshot()) {
                    add(watch);
                  }
                }
              });
    }
  },
  ONESHOT_IS_NOT_DISARMED {
    @Override
    Parts parts() {
      return withReadyLists(
          () ->
              new ReadyList() {
                @Override
                void told(Watch watch) {
                  if (!watch.isEdge()) {
                    add(watch);
                  }
                }
              });
    }
  },
  DESCRIPTOR_IS_NOT_THE_LOWEST {
    @Override
    Parts parts() {
      return new Parts() {
        @Override
        DescriptorTable descriptorTable(int limit) {
          return new DescriptorTable(limit) {
            private int highest = -1;

            @Override
            int lowestFree() {
              highest = Math.max(highest + 1, super.lowestFree());
              return highest;
            }
          };
        }
      };
    }
  },
  RESET_LOOKS_LIKE_THE_END {
    @Override
    Parts parts() {
      return new Parts() {
        @Override
        TcpEndpoint endpoint() {
          return new TcpEndpoint() {
            @Override
            void resetArrived() {
              if (state() != State.CLOSED) {
                finArrived();
              }
            }
          };
        }
      };
    }
  },
  FULL_BUFFER_IS_WRITABLE_TOO_EARLY {
    @Override
    Parts parts() {
      return new Parts() {
        @Override
        TcpFlow flow(int sendLimit, int receiveLimit) {
          return new TcpFlow(sendLimit, receiveLimit) {
            @Override
            boolean isWritable() {
              return hasRoom();
            }
          };
        }
      };
    }
  };

  /** A kernel's parts, one of them wrong. */
  abstract Parts parts();

  private static Parts withReadyLists(Supplier<ReadyList> lists) {
    return new Parts() {
      @Override
      ReadyList readyList() {
        return lists.get();
      }
    };
  }
}
