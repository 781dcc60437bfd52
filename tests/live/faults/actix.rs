// One program that shows each fault: `FAULT` says which, so that it is compiled once.
use actix_cors::Cors;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::{from_fn, Condition, Next};
use actix_web::{web, App, Error, HttpResponse, HttpServer};

const PAGE: &str = "http://localhost:5173";

fn cors(fault: &str) -> Cors {
    if fault == "nothing allowed" {
        return Cors::default();
    }
    if fault == "everybody with credentials" {
        return Cors::default().allow_any_origin().allow_any_method().allowed_header("x-api-key").supports_credentials();
    }
    let cors = Cors::default().allowed_methods(if fault == "methods not listed" { vec!["GET"] } else { vec!["GET", "PUT"] });
    let cors = match fault {
        "mismatch is refused" => cors.allowed_origin("https://www.example.com").block_on_origin_mismatch(true),
        "not set" => std::env::var("CORS_ORIGINS").unwrap_or_default().split(',').filter(|o| !o.is_empty())
            .fold(cors, |cors, origin| cors.allowed_origin(origin)),
        "slash" => cors.allowed_origin("http://localhost:5173/"),
        _ => cors.allowed_origin(PAGE),
    };
    if fault == "headers not listed" { cors } else { cors.allowed_headers(vec!["authorization", "x-api-key"]) }
}

async fn guard(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    if request.headers().contains_key("Authorization") {
        return Ok(next.call(request).await?.map_into_boxed_body());
    }
    Ok(request.into_response(HttpResponse::Unauthorized().body("Unauthorized")))
}

async fn fails(request: ServiceRequest, next: Next<impl MessageBody + 'static>) -> Result<ServiceResponse<BoxBody>, Error> {
    if request.path() == "/users" {
        return Err(actix_web::error::ErrorInternalServerError("no database"));
    }
    Ok(next.call(request).await?.map_into_boxed_body())
}

async fn knows_no_options(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    if request.method() == actix_web::http::Method::OPTIONS {
        return Ok(request.into_response(HttpResponse::NotFound().finish()));
    }
    Ok(next.call(request).await?.map_into_boxed_body())
}

async fn users() -> HttpResponse {
    if std::env::var("FAULT").unwrap_or_default() == "a handler panics" {
        panic!("no database");
    }
    HttpResponse::Ok().body("[]")
}

#[actix_web::main]
async fn main() -> std::io::Result<()> {
    let port: u16 = std::env::var("PORT").ok().and_then(|port| port.parse().ok()).unwrap_or(8080);
    HttpServer::new(|| {
        let fault = std::env::var("FAULT").unwrap_or_default();
        App::new()
            .service(web::resource("/users").route(web::get().to(users)).route(web::put().to(users)))
            .wrap(Condition::new(fault == "guard inside", from_fn(guard)))
            .wrap(Condition::new(fault == "an inner layer returns Err", from_fn(fails)))
            .wrap(Condition::new(fault != "only elsewhere", cors(&fault)))
            .wrap(Condition::new(fault == "guard outside", from_fn(guard)))
            .wrap(Condition::new(fault == "OPTIONS unknown outside", from_fn(knows_no_options)))
    })
    .bind(("127.0.0.1", port))?
    .run()
    .await
}
