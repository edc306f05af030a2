package io.connreg.examples;

import io.connreg.ConnectionPage;
import io.connreg.ConnectionView;
import io.connreg.Connections;
import io.connreg.CreateConnection;
import io.connreg.ListConnections;
import io.connreg.OpenedConnection;
import io.connreg.UpdateConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One thing that a person does in a {@link World}; carried out, it says what came of it. */
sealed interface Step {
    String in(World world);

    /** Which revision an update or a delete expects. */
    enum Expected {
        ANY,
        RIGHT,
        STALE
    }

    record Create(Person person, CreateConnection request, boolean second) implements Step {
        @Override
        public String in(World world) {
            return world.say(() -> world.created(world.writing(person, second).create(request)));
        }
    }

    record Get(Person person, int number, boolean second) implements Step {
        @Override
        public String in(World world) {
            return world.say(() -> world.say(world.reading(person, second).get(world.id(number))));
        }
    }

    record GetByName(Person person, Optional<String> workspace, String name, boolean second) implements Step {
        @Override
        public String in(World world) {
            Connections connections = world.reading(person, second);
            return world.say(() -> world.say(
                    workspace.isPresent()
                            ? connections.getByName(workspace.get(), name)
                            : connections.getByName(name)));
        }
    }

    record Open(Person person, int number, boolean second) implements Step {
        @Override
        public String in(World world) {
            return world.say(() -> {
                try (OpenedConnection opened = world.reading(person, second).open(world.id(number))) {
                    return world.say(opened);
                }
            });
        }
    }

    record Update(
            Person person,
            int number,
            List<Said<UnaryOperator<UpdateConnection>>> acts,
            Expected expected,
            boolean second)
            implements Step {
        @Override
        public String in(World world) {
            UpdateConnection request = UpdateConnection.of(world.id(number));
            for (Said<UnaryOperator<UpdateConnection>> act : acts) {
                request = act.meaning().apply(request);
            }
            UpdateConnection complete = expected == Expected.ANY ? request : request.ifRevision(revision(world));
            return world.say(() -> world.say(world.writing(person, second).update(complete)));
        }

        private long revision(World world) {
            return world.revision(number) - (expected == Expected.STALE ? 1 : 0);
        }
    }

    record Delete(Person person, int number, Expected expected, boolean second) implements Step {
        @Override
        public String in(World world) {
            Connections connections = world.writing(person, second);
            return world.say(() -> {
                if (expected == Expected.ANY) {
                    connections.delete(world.id(number));
                } else {
                    connections.delete(world.id(number), world.revision(number) - (expected == Expected.STALE ? 1 : 0));
                }
                return "deleted";
            });
        }
    }

    /** All pages of a list, one after the other, something else happening between the first two. */
    record Walk(Person person, Query query, Optional<Step> meanwhile, boolean second) implements Step {
        @Override
        public String in(World world) {
            Connections connections = world.reading(person, second);
            return world.say(() -> {
                List<ConnectionView> all = new ArrayList<>();
                StringBuilder shape = new StringBuilder();
                ListConnections request = query.in(world);
                ConnectionPage page = connections.list(request);
                meanwhile.ifPresent(step -> shape.append(step.in(world)));
                while (true) {
                    shape.append(page.connections().size()).append(' ').append(page.total());
                    all.addAll(page.connections());
                    if (page.nextToken().isEmpty()) {
                        return world.say(all) + shape;
                    }
                    page = connections.list(request.after(page.nextToken().get()));
                }
            });
        }
    }

    /** A page of one list from where a page of another ended. */
    record GoOnElsewhere(Person person, Query from, Query to, boolean second) implements Step {
        @Override
        public String in(World world) {
            Connections connections = world.reading(person, second);
            return world.say(() -> connections
                    .list(from.in(world).pageSize(1))
                    .nextToken()
                    .map(token -> world.say(connections.list(to.in(world).after(token))))
                    .orElse("no second page"));
        }
    }

    record StreamAll(Person person, Query query, boolean second) implements Step {
        @Override
        public String in(World world) {
            return world.say(() -> world.say(
                    world.reading(person, second).stream(query.in(world)).toList()));
        }
    }

    record Reopen() implements Step {
        @Override
        public String in(World world) {
            return world.say(() -> {
                world.reopen();
                return "reopened";
            });
        }
    }

    /** A list request: filters in words, and the connections that it asks for by number. */
    record Query(List<Said<UnaryOperator<ListConnections>>> filters, List<Integer> numbers) {
        ListConnections in(World world) {
            ListConnections request = ListConnections.inAllWorkspaces()
                    .ids(numbers.stream().map(world::id).distinct().toArray(String[]::new));
            for (Said<UnaryOperator<ListConnections>> filter : filters) {
                request = filter.meaning().apply(request);
            }
            return request;
        }
    }
}
