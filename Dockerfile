# The mocks that a PropIQ calls (Stripe, Azure OpenAI, Slack, SendGrid, Weights & Biases) and the director that plays them.
#
#   docker build -t propiq-mocks .
#   docker run --rm -p 8100-8105:8100-8105 -e PROPIQ_DIRECTOR_SECRET=… -e STRIPE_WEBHOOK_SECRET=whsec_… \
#     --add-host host.docker.internal:host-gateway propiq-mocks --webhook-url http://host.docker.internal:8000/stripe/webhook
ARG SDK_IMAGE=mcr.microsoft.com/dotnet/sdk:10.0
ARG RUNTIME_IMAGE=mcr.microsoft.com/dotnet/aspnet:10.0

FROM ${SDK_IMAGE} AS build
# The stand-in for WireMock.Net needs no further package; "false" builds with the real one.
ARG USE_STAND_INS=true
WORKDIR /source
COPY . .
RUN dotnet publish support/PropIQ.Sandbox --configuration Release -p:UseStandIns=${USE_STAND_INS} --output /app

FROM ${RUNTIME_IMAGE}
WORKDIR /app
COPY --from=build /app .
# Anybody but root; by number, as not every base image has a name for it.
USER 1654
# The director, Stripe, Azure OpenAI, Slack, SendGrid, Weights & Biases.
EXPOSE 8100 8101 8102 8103 8104 8105
ENTRYPOINT ["dotnet", "PropIQ.Sandbox.dll", "mocks", "--bind", "0.0.0.0"]
